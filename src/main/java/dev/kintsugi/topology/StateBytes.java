package dev.kintsugi.topology;

import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.Estimate;
import dev.kintsugi.event.Guess;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import dev.kintsugi.pairing.Fingerprint;
import dev.kintsugi.pairing.Held;
import dev.kintsugi.pairing.Pending;
import dev.kintsugi.pairing.Progress;
import dev.kintsugi.pairing.Remembered;
import dev.kintsugi.pairing.TraceHeader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** How state lies in stores and their changelogs: plain bytes behind one that says the format. */
final class StateBytes {
    private static final byte FORMAT = 2;

    private StateBytes() {}

    static byte[] pending(List<Pending> all) {
        StateWriter out = new StateWriter(FORMAT);
        out.list(all, each -> {
            out.number(each.number()).text(each.id()).number(each.deadline()).number(each.arrived());
            out.list(each.events(), held -> write(out, held));
        });
        return out.toBytes();
    }

    static List<Pending> pending(byte[] bytes) {
        StateReader in = new StateReader(FORMAT, bytes);
        return in.list(
                () -> new Pending(in.number(), in.text(), in.number(), in.number(), in.list(() -> readHeld(in))));
    }

    static byte[] remembered(List<Remembered> all) {
        StateWriter out = new StateWriter(FORMAT);
        out.list(all, each -> {
            out.number(each.number()).text(each.id()).text(each.closedBy().name());
            out.number(each.opened()).number(each.closed());
            out.list(each.marks(), mark -> {
                out.text(mark.modality()).number(mark.time());
                write(out, mark.fingerprint());
            });
            out.list(each.told(), said -> write(out, said));
        });
        return out.toBytes();
    }

    static List<Remembered> remembered(byte[] bytes) {
        StateReader in = new StateReader(FORMAT, bytes);
        return in.list(() -> new Remembered(
                in.number(),
                in.text(),
                ClosedBy.valueOf(in.text()),
                in.number(),
                in.number(),
                in.list(() -> new Remembered.Mark(in.text(), in.number(), readFingerprint(in))),
                in.list(() -> readEstimate(in))));
    }

    static byte[] progress(Progress progress) {
        return new StateWriter(FORMAT)
                .number(progress.streamTime())
                .number(progress.opened())
                .toBytes();
    }

    static Progress progress(byte[] bytes) {
        StateReader in = new StateReader(FORMAT, bytes);
        return new Progress(in.number(), in.number());
    }

    static byte[] ready(Ready ready) {
        StateWriter out = new StateWriter(FORMAT);
        out.number(ready.timestamp()).list(ready.trace(), header -> write(out, header));
        if (ready instanceof Ready.ToRestore toRestore) {
            out.flag(true);
            write(out, toRestore.observation());
        } else if (ready instanceof Ready.ToCompare toCompare) {
            out.flag(false).text(toCompare.key()).text(toCompare.observationId());
            out.text(toCompare.closedBy().name()).number(toCompare.closed());
            write(out, toCompare.event());
        }
        return out.toBytes();
    }

    static Ready ready(byte[] bytes) {
        StateReader in = new StateReader(FORMAT, bytes);
        long timestamp = in.number();
        List<TraceHeader> trace = in.list(() -> readTrace(in));
        return in.flag()
                ? new Ready.ToRestore(readObservation(in), trace, timestamp)
                : new Ready.ToCompare(
                        in.text(),
                        in.text(),
                        ClosedBy.valueOf(in.text()),
                        in.number(),
                        readEvent(in),
                        trace,
                        timestamp);
    }

    static byte[] event(ObservedEvent event) {
        StateWriter out = new StateWriter(FORMAT);
        write(out, event);
        return out.toBytes();
    }

    static ObservedEvent event(byte[] bytes) {
        return readEvent(new StateReader(FORMAT, bytes));
    }

    private static void write(StateWriter out, Observation observation) {
        out.text(observation.id()).text(observation.key());
        out.text(observation.closedBy().name()).list(observation.missing(), out::text);
        write(out, observation.eventTime());
        write(out, observation.deadline());
        write(out, observation.streamTime());
        write(out, observation.closedAt());
        out.list(observation.events(), event -> write(out, event));
    }

    private static Observation readObservation(StateReader in) {
        return new Observation(
                in.text(),
                in.text(),
                ClosedBy.valueOf(in.text()),
                in.list(in::text),
                readTime(in),
                readTime(in),
                readTime(in),
                readTime(in),
                in.list(() -> readEvent(in)));
    }

    private static void write(StateWriter out, Held held) {
        write(out, held.event());
        write(out, held.mark());
        out.list(held.trace(), header -> write(out, header));
    }

    private static Held readHeld(StateReader in) {
        return new Held(readEvent(in), readFingerprint(in), in.list(() -> readTrace(in)));
    }

    private static void write(StateWriter out, ObservedEvent event) {
        out.text(event.modality()).maybe(event.id(), out::text);
        write(out, event.time());
        Origin origin = event.origin();
        out.text(origin.topic()).number(origin.partition()).number(origin.offset());
        out.number(form(event.content())).bytes(event.content().bytes().array());
    }

    private static ObservedEvent readEvent(StateReader in) {
        return new ObservedEvent(
                in.text(),
                in.maybe(in::text),
                readTime(in),
                new Origin(in.text(), in.count(), in.number()),
                content(in.count(), in.bytes()));
    }

    private static int form(Content content) {
        if (content instanceof Content.Png) {
            return 0;
        }
        return content instanceof Content.Wav ? 1 : 2;
    }

    private static Content content(int form, byte[] bytes) {
        return switch (form) {
            case 0 -> new Content.Png(Bytes.of(bytes));
            case 1 -> new Content.Wav(Bytes.of(bytes));
            case 2 -> new Content.Label(new String(bytes, StandardCharsets.UTF_8));
            default -> throw new IllegalStateException("a payload of form " + form);
        };
    }

    private static void write(StateWriter out, Fingerprint fingerprint) {
        out.number(fingerprint.high()).number(fingerprint.low());
    }

    private static Fingerprint readFingerprint(StateReader in) {
        return new Fingerprint(in.number(), in.number());
    }

    private static void write(StateWriter out, TraceHeader header) {
        out.text(header.name()).bytes(header.value().array());
    }

    private static TraceHeader readTrace(StateReader in) {
        return new TraceHeader(in.text(), Bytes.of(in.bytes()));
    }

    private static void write(StateWriter out, Estimate said) {
        out.text(said.modality())
                .maybe(said.guess(), guess -> out.text(guess.label()).fraction(guess.probability()));
        out.fraction(said.confidence()).text(said.modelId());
    }

    private static Estimate readEstimate(StateReader in) {
        return new Estimate(in.text(), in.maybe(() -> new Guess(in.text(), in.fraction())), in.fraction(), in.text());
    }

    private static void write(StateWriter out, Instant time) {
        out.number(time.toEpochMilli());
    }

    private static Instant readTime(StateReader in) {
        return Instant.ofEpochMilli(in.number());
    }
}
