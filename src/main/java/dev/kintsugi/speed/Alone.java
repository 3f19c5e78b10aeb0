package dev.kintsugi.speed;

import dev.kintsugi.broker.Connection;
import dev.kintsugi.codec.Decoded;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.Event;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.infer.Inference;
import dev.kintsugi.mvae.infer.Observed;
import dev.kintsugi.mvae.infer.Restored;
import dev.kintsugi.mvae.infer.Restorer;
import dev.kintsugi.mvae.infer.Trust;
import dev.kintsugi.sense.Sense;
import dev.kintsugi.sense.Senses;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.wire.RecordSerde;
import dev.kintsugi.wire.RecordType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.Serde;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * What single steps of the stream cost alone, on one thread: milliseconds for each observation, of which half miss a side (a
 * quarter each; of every other thing both sides are there).
 */
public final class Alone {
    private static final int ROWS = 64;
    private static final double SHARE_OF_EVENTS = .75;
    private static final double SHARE_OF_LONELY = .25;
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    private final Ground ground;
    private final LongSupplier cpuNanos;
    private final double seconds;
    private final MadeEvents things;

    /** @param cpuNanos what the thread that asks has used of the processor */
    public Alone(Ground ground, LongSupplier cpuNanos, double seconds, long seed) {
        this.ground = ground;
        this.cpuNanos = cpuNanos;
        this.seconds = seconds;
        this.things = new MadeEvents(ROWS, seed);
    }

    /** By step. */
    public Map<String, Double> milliseconds(String bundle, int samples) {
        TopologySpec topology = ground.prepare(Trial.named("alone", bundle));
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("serde", serde(ground.connection(), topology));
        all.put("store", store());
        Bundle model = Bundle.load(java.nio.file.Path.of(bundle));
        Senses senses = Senses.of(model.manifest());
        Sense<?> sight = senses.of(MadeEvents.IMAGE);
        Sense<?> hearing = senses.of(MadeEvents.AUDIO);
        List<float[]> pictures = rows(sight, MadeEvents.IMAGE);
        List<float[]> sounds = rows(hearing, MadeEvents.AUDIO);
        // Each event is decoded twice: to bring it to its form, and for the model.
        all.put("picture_codec", SHARE_OF_EVENTS * (forms(sight, MadeEvents.IMAGE) + reads(sight, MadeEvents.IMAGE)));
        all.put(
                "sound_codec_and_mel",
                SHARE_OF_EVENTS * (forms(hearing, MadeEvents.AUDIO) + reads(hearing, MadeEvents.AUDIO)));
        all.put("inference", inference(model, samples, pictures, sounds));
        all.put("vocoder", SHARE_OF_LONELY * each(sounds, row -> hearing.write(row)));
        all.put("picture_written", SHARE_OF_LONELY * each(pictures, row -> sight.write(row)));
        return all;
    }

    private List<float[]> rows(Sense<?> sense, String side) {
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(sense.read(things.bytes(side, i)).orElseThrow(Alone::impossible));
        }
        return rows;
    }

    private double reads(Sense<?> sense, String side) {
        return timed(i -> sense.read(things.bytes(side, i)));
    }

    private double forms(Sense<?> sense, String side) {
        return timed(i -> sense.canonicalFile(things.bytes(side, i)).orElseThrow(Alone::impossible));
    }

    /** Events read, observations written, and latents and restorations, which are smaller, left out. */
    private double serde(Connection connection, TopologySpec topology) {
        Serde<Event> images = events(RecordType.IMAGE_EVENT, connection);
        Serde<Event> sounds = events(RecordType.AUDIO_EVENT, connection);
        Serde<Observation> observations = new RecordSerde<>(RecordType.OBSERVATION, connection.schemas());
        byte[] image = images.serializer().serialize(topology.name() + ".image", event(MadeEvents.IMAGE));
        byte[] sound = sounds.serializer().serialize(topology.name() + ".audio", event(MadeEvents.AUDIO));
        Observation observation = observation();
        return SHARE_OF_EVENTS * timed(i -> images.deserializer().deserialize(topology.name() + ".image", image))
                + SHARE_OF_EVENTS * timed(i -> sounds.deserializer().deserialize(topology.name() + ".audio", sound))
                + timed(i -> observations.serializer().serialize(topology.name() + ".observations", observation));
    }

    @SuppressWarnings("unchecked") // read as what they were written as
    private static Serde<Event> events(RecordType<?> type, Connection connection) {
        return (Serde<Event>) new RecordSerde<>(type, connection.schemas());
    }

    private Event event(String side) {
        return things.sides(0).get(side).event(Optional.of("an-event"), THEN);
    }

    private Observation observation() {
        List<ObservedEvent> events = List.of(
                observed(MadeEvents.IMAGE, new Content.Png(Bytes.of(things.bytes(MadeEvents.IMAGE, 0)))),
                observed(MadeEvents.AUDIO, new Content.Wav(Bytes.of(things.bytes(MadeEvents.AUDIO, 0)))));
        return new Observation("an-id", "a-key", ClosedBy.COMPLETE, List.of(), THEN, THEN, THEN, THEN, events);
    }

    private static ObservedEvent observed(String side, Content content) {
        return new ObservedEvent(side, Optional.of("an-event"), THEN, new Origin("a-topic", 0, 0), content);
    }

    /**
     * Of the stores' work, what is written: half of the observations wait longer than a commit, and are put, read and
     * deleted; each is remembered.
     */
    private double store() {
        RocksDB.loadLibrary();
        try (Options options = new Options().setCreateIfMissing(true);
                RocksDB db = RocksDB.open(options, ground.folder("alone-store").toString())) {
            byte[] payload = things.bytes(MadeEvents.AUDIO, 0);
            byte[] small = new byte[100];
            return timed(i -> kept(db, i, payload, small));
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object kept(RocksDB db, long number, byte[] payload, byte[] small) {
        try {
            db.put(("remembered-" + number).getBytes(), small);
            if (number % 2 == 0) {
                byte[] key = ("waiting-" + number).getBytes();
                db.put(key, payload);
                db.get(key);
                db.delete(key);
            }
            return db;
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    private double inference(Bundle model, int samples, List<float[]> pictures, List<float[]> sounds) {
        Restorer restorer = new Restorer(
                Inference.of(model.manifest().architecture(), model.weights()),
                Trust.of(model.manifest().references()),
                samples);
        List<Observed> observations = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Map<String, float[]> sides = new LinkedHashMap<>();
            if (i % 4 != 0) {
                sides.put(MadeEvents.IMAGE, pictures.get(i));
            }
            if (i % 4 != 1) {
                sides.put(MadeEvents.AUDIO, sounds.get(i));
            }
            observations.add(new Observed(sides, Map.of(), i));
        }
        return timed(i -> answers(restorer, observations)) / ROWS;
    }

    private static List<Restored> answers(Restorer restorer, List<Observed> observations) {
        return restorer.restore(observations);
    }

    private double each(List<float[]> rows, Step<float[]> step) {
        return timed(i -> step.done(rows.get((int) (i % ROWS))));
    }

    private interface Step<T> {
        Object done(T with);
    }

    /** Milliseconds of the processor that a step takes, in the mean, after as long a warm-up. */
    private double timed(Step<Long> step) {
        repeated(step);
        return repeated(step);
    }

    private double repeated(Step<Long> step) {
        long began = cpuNanos.getAsLong();
        long now;
        long done = 0;
        do {
            if (step.done(done) == null) {
                throw new IllegalStateException("a step that makes nothing");
            }
            done++;
            now = cpuNanos.getAsLong();
        } while (now - began < seconds * 1e9);
        return (now - began) / 1e6 / done;
    }

    private static IllegalStateException impossible(Decoded.Bad<?> bad) {
        return new IllegalStateException("made-up data that cannot be read: " + bad.message());
    }
}
