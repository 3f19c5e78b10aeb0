#!/usr/bin/env python3
"""How fast PyTorch trains the network of topologies/digits.yaml with the full objective: what `kintsugi bench train` is
compared with. One thread, noise for data, observations per second.

    python3 scripts/pytorch-step.py          # needs nothing but torch
"""
import time

import torch
from torch import nn
from torch.nn import functional as F

BATCH, SHARED, CLASSES = 128, 16, 10
LABEL, CROSS, CYCLE = 100, 0.5, 50
SIDES = {"image": (28, 28, 12, 1.0), "audio": (64, 40, 24, 0.2)}  # height, width, private numbers, private beta
SUBSETS = [("image",), ("audio",), ("label",), ("image", "audio"), ("image", "audio", "label")]
ANOTHER_CLASS = -30.0


def clamped(log_variance):
    return log_variance.clamp(-8, 4)


class Encoder(nn.Module):
    def __init__(self, height, width, private):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 16, 4, 2, 1), nn.Conv2d(16, 32, 4, 2, 1)
        self.dense = nn.Linear(32 * (height // 4) * (width // 4), 256)
        self.shared, self.private = nn.Linear(256, 2 * SHARED), nn.Linear(256, 2 * private)

    def hidden(self, rows):
        return F.relu(self.dense(F.relu(self.conv2(F.relu(self.conv1(rows)))).flatten(1)))

    def experts(self, rows):
        hidden = self.hidden(rows)
        return self.shared(hidden).chunk(2, 1), self.private(hidden).chunk(2, 1)


def decoder(size, private):
    return nn.Sequential(
        nn.Linear(SHARED + private, 256), nn.ReLU(), nn.Linear(256, 512), nn.ReLU(), nn.Linear(512, size))


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoders = nn.ModuleDict({m: Encoder(h, w, p) for m, (h, w, p, _) in SIDES.items()})
        self.decoders = nn.ModuleDict({m: decoder(h * w, p) for m, (h, w, p, _) in SIDES.items()})
        self.table = nn.Parameter(0.5 * torch.randn(CLASSES, 2 * SHARED))
        self.label = nn.Sequential(nn.Linear(SHARED, 64), nn.ReLU(), nn.Linear(64, CLASSES))
        self.mean = nn.Parameter(torch.randn(CLASSES, SHARED))
        self.log_variance = nn.Parameter(torch.zeros(CLASSES, SHARED))
        self.logits = nn.Parameter(torch.zeros(CLASSES))

    def loss(self, rows, classes):
        experts = {m: self.encoders[m].experts(rows[m]) for m in SIDES}
        shared = {m: (mean, clamped(log)) for m, ((mean, log), _) in experts.items()}
        mean, log = (F.one_hot(classes, CLASSES).float() @ self.table).chunk(2, 1)
        shared["label"] = (mean, clamped(log))
        mean, log, noise = self.fused(shared)
        sample = mean + torch.exp(0.5 * log) * noise
        total = self.divergence(sample, log, noise, classes)
        logits = {}
        for m in SIDES:
            own_mean, own_log = experts[m][1]
            logits[m], terms = self.decoded(m, sample, own_mean, clamped(own_log), rows[m])
            total = total + terms
        total = total + LABEL * F.cross_entropy(self.label(sample), classes.repeat(len(SUBSETS)), reduction="sum")
        return (total + self.cycle(logits, classes)) / BATCH

    @staticmethod
    def fused(shared):
        precision = {m: torch.exp(-log) for m, (_, log) in shared.items()}
        total = torch.cat([1 + sum(precision[m] for m in subset) for subset in SUBSETS])
        mean = torch.cat([sum(precision[m] * shared[m][0] for m in subset) for subset in SUBSETS]) / total
        return mean, -torch.log(total), torch.randn_like(mean)

    def divergence(self, sample, log, noise, classes):
        told = torch.full((BATCH, CLASSES), ANOTHER_CLASS)
        told[torch.arange(BATCH), classes] = 0
        precision = torch.exp(-self.log_variance)
        square = (sample * sample) @ precision.t() - 2 * sample @ (self.mean * precision).t()
        square = square + (self.mean * self.mean * precision + self.log_variance).sum(1)
        joint = torch.log_softmax(self.logits, 0) - 0.5 * square + told.repeat(len(SUBSETS), 1)
        return (-0.5 * (log + noise * noise)).sum() - torch.logsumexp(joint, 1).sum()

    def decoded(self, m, sample, own_mean, own_log, rows):
        inside = [m in subset for subset in SUBSETS]
        deviation = torch.exp(0.5 * own_log)
        mean = torch.cat([own_mean if there else torch.zeros_like(own_mean) for there in inside])
        spread = torch.cat([deviation if there else torch.ones_like(deviation) for there in inside])
        logits = self.decoders[m](torch.cat([sample, mean + spread * torch.randn_like(mean)], 1))
        weights = torch.cat([torch.full((BATCH, 1), 1 if there else CROSS) for there in inside])
        targets = rows.flatten(1).repeat(len(SUBSETS), 1)
        likelihood = (weights * F.binary_cross_entropy_with_logits(logits, targets, reduction="none")).sum()
        own = 0.5 * sum(inside) * SIDES[m][3] * (own_mean * own_mean + torch.exp(own_log) - own_log - 1).sum()
        return logits, likelihood + own

    def cycle(self, logits, classes):
        total = 0
        for m, other in (("image", "audio"), ("audio", "image")):
            half, height, width = BATCH // 2, *SIDES[m][:2]
            first, second = SUBSETS.index((other,)) * BATCH, SUBSETS.index(("label",)) * BATCH
            again = torch.cat([logits[m][first:first + half], logits[m][second + half:second + BATCH]])
            hidden = self.encoders[m].hidden(torch.sigmoid(again).view(BATCH, 1, height, width))
            mean, log = self.encoders[m].shared(hidden).chunk(2, 1)
            precision = torch.exp(-clamped(log))
            guess = self.label(precision * mean / (1 + precision))
            total = total + CYCLE * F.cross_entropy(guess, classes, reduction="sum")
        return total


def main():
    torch.set_num_threads(1)
    torch.manual_seed(1)
    model = Model()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    rows = {m: torch.rand(BATCH, 1, h, w) for m, (h, w, _, _) in SIDES.items()}
    classes = torch.randint(0, CLASSES, (BATCH,))

    def seconds(steps):
        begun = time.perf_counter()
        for _ in range(steps):
            optimizer.zero_grad()
            model.loss(rows, classes).backward()
            optimizer.step()
        return time.perf_counter() - begun

    seconds(10)
    rates = sorted(12 * BATCH / seconds(12) for _ in range(5))
    print(f"torch {torch.__version__}: {rates[2]:.0f} observations/s ({rates[0]:.0f} to {rates[-1]:.0f})")


if __name__ == "__main__":
    main()
