package dev.kintsugi.evaluate.judge;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.data.Examples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which class a picture or a sound is of, as a person who looks or listens would.
 *
 * <p>It shares nothing with the models whose work it judges. For one thread at a time; best for many examples at once.
 *
 * @param <T> a picture or a sound
 */
public final class Judge<T> {
    private static final int BATCH = 128;

    private final JudgeCard card;
    private final Sense<T> sense;
    private final Network network;
    private final byte[] weights;

    private Judge(JudgeCard card, Sense<T> sense, byte[] weights, String where) {
        this.card = card;
        this.sense = sense;
        this.weights = weights;
        network = new Network(sense.shape(), card.classes().size(), 0);
        WeightsFile.read(weights, network, where);
    }

    /** Reads a judge of pictures from its directory, and refuses one that was changed. */
    public static Judge<Picture> ofPictures(Path directory) {
        return load(directory, new Sight());
    }

    /** Reads a judge of sounds from its directory, and refuses one that was changed. */
    public static Judge<Sound> ofSounds(Path directory) {
        return load(directory, new Hearing());
    }

    static <T> Judge<T> load(Path directory, Sense<T> sense) {
        JudgeFiles files = new JudgeFiles(directory);
        JudgeCard card = files.readCard();
        Shape shape = sense.shape();
        if (!card.reads().equals(sense.reads()) || card.height() != shape.height() || card.width() != shape.width()) {
            throw new Fault(files.cardFile() + ": the judge reads " + card.reads() + " of " + card.height() + "x"
                    + card.width() + ", where " + sense.reads() + " of " + shape.height() + "x" + shape.width()
                    + " is needed; name the directory of another judge");
        }
        return new Judge<>(card, sense, files.readWeights(card), files.weights().toString());
    }

    /** What training made, with its weights rounded as the file rounds them. */
    static <T> Judge<T> trained(JudgeCard card, Sense<T> sense, byte[] weights) {
        return new Judge<>(card, sense, weights, "weights");
    }

    public JudgeCard card() {
        return card;
    }

    /** What it tells apart, in the order of its probabilities. */
    public List<String> classes() {
        return card.classes();
    }

    public Verdicts verdicts(List<T> values) {
        float[][] probabilities = new float[values.size()][];
        for (int from = 0; from < values.size(); from += BATCH) {
            List<T> batch = values.subList(from, Math.min(values.size(), from + BATCH));
            System.arraycopy(probabilities(batch), 0, probabilities, from, batch.size());
        }
        return new Verdicts(classes(), probabilities);
    }

    /**
     * Judges files, as a user gets them: PNG or JPEG, or WAV.
     *
     * @throws Fault when one cannot be read
     */
    public Verdicts verdictsOnPayloads(List<byte[]> payloads) {
        List<T> values = new ArrayList<>(payloads.size());
        for (byte[] payload : payloads) {
            String place = "payload " + values.size();
            values.add(sense.decode(payload)
                    .orElseThrow(
                            bad -> new Fault(place + " cannot be judged (" + bad.reason() + "): " + bad.message())));
        }
        return verdicts(values);
    }

    /** Writes the judge into a directory, over one that may be there. */
    public void save(Path directory) {
        new JudgeFiles(directory).write(card, weights);
    }

    /**
     * How well it reads these examples, each by way of a file.
     *
     * @param restored whether to judge what a model that restores without fault would make of them
     */
    Accuracy accuracy(String on, Examples<T> examples, boolean restored) {
        int right = 0;
        for (int from = 0; from < examples.size(); from += BATCH) {
            List<byte[]> payloads = new ArrayList<>(BATCH);
            List<String> labels = new ArrayList<>(BATCH);
            for (int i = from; i < Math.min(examples.size(), from + BATCH); i++) {
                T value = examples.get(i).value();
                payloads.add(sense.encode(restored ? sense.restored(value) : value));
                labels.add(examples.label(i));
            }
            right += verdictsOnPayloads(payloads).right(labels);
        }
        return new Accuracy(on, right, examples.size());
    }

    /** The same judge, with figures on its card. */
    Judge<T> with(List<Accuracy> measured) {
        return new Judge<>(card.with(measured), sense, weights, "weights");
    }

    Sense<T> sense() {
        return sense;
    }

    private float[][] probabilities(List<T> batch) {
        int size = sense.shape().size();
        float[] values = new float[batch.size() * size];
        for (int row = 0; row < batch.size(); row++) {
            sense.into(batch.get(row), values, row * size);
        }
        return network.probabilities(values, batch.size());
    }
}
