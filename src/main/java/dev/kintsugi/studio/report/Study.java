package dev.kintsugi.studio.report;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.Decoded;
import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.PairedExamples;
import dev.kintsugi.data.Split;
import dev.kintsugi.evaluate.Readers;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.infer.Inferred.Posterior;
import dev.kintsugi.mvae.infer.Observed;
import dev.kintsugi.mvae.infer.Request;
import dev.kintsugi.mvae.infer.Restored;
import dev.kintsugi.mvae.infer.Restorer;
import dev.kintsugi.mvae.infer.Workspace;
import dev.kintsugi.sense.Sense;
import dev.kintsugi.sense.Sight;
import dev.kintsugi.studio.Model;
import dev.kintsugi.studio.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a report looks at: things of a test split, and what a model makes of them; for one thread. */
final class Study {
    private static final int BATCH = 64;
    private static final int SAMPLES = 8;

    private final Model model;
    private final List<String> classes;
    private final List<Thing> things;
    private final Readers judges;
    private final Workspace workspace;
    private final Reader reader;
    private final Map<String, List<Restored.Whole>> restored = new LinkedHashMap<>();

    /**
     * @param count things to look at
     * @param judges directory of the judges; those that are not there are not asked
     * @throws Fault when the data lacks a part of the model, or has labels that the model does not know
     */
    Study(Model model, Dataset dataset, int count, Path judges, long seed) {
        this.model = model;
        this.workspace = model.inference().workspace();
        this.reader = new Reader(model);
        Map<String, Examples<?>> examples = new LinkedHashMap<>();
        for (Part.Sensed part : parts()) {
            examples.put(part.name(), examples(model, part, dataset));
        }
        PairedExamples pairs = new PairedExamples(seed, examples);
        this.classes = model.architecture().labelled().isEmpty()
                ? pairs.labels()
                : model.architecture().labelled().get(0).classes();
        this.judges = new Readers(model.senses(), classes, judges);
        this.things = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            things.add(thing(number, pairs.draw(number)));
        }
    }

    Model model() {
        return model;
    }

    Workspace workspace() {
        return workspace;
    }

    Reader reader() {
        return reader;
    }

    List<Part.Sensed> parts() {
        return model.architecture().sensed();
    }

    List<String> classes() {
        return classes;
    }

    List<Thing> things() {
        return things;
    }

    int[] labels() {
        return things.stream().mapToInt(Thing::label).toArray();
    }

    /** The first thing of each class, in the order of the classes. */
    List<Thing> oneOfEach() {
        Map<Integer, Thing> first = things.stream()
                .collect(Collectors.toMap(Thing::label, thing -> thing, (one, other) -> one, java.util.TreeMap::new));
        return List.copyOf(first.values());
    }

    Set<String> all() {
        return parts().stream().map(Part::name).collect(Collectors.toSet());
    }

    /** What some sides of some things are taken for; missing sides are decoded as asked. */
    List<Posterior> posteriors(List<Thing> some, Set<String> sides, Request request) {
        List<Posterior> posteriors = new ArrayList<>();
        for (int from = 0; from < some.size(); from += BATCH) {
            List<Observed> batch = some.subList(from, Math.min(some.size(), from + BATCH)).stream()
                    .map(thing -> thing.observed(sides))
                    .toList();
            workspace.infer(batch, request).forEach(each -> posteriors.add((Posterior) each));
        }
        return posteriors;
    }

    /** All things restored from one side, as the stream would; once, and remembered. */
    List<Restored.Whole> restored(Part.Sensed from) {
        return restored.computeIfAbsent(from.name(), part -> {
            Restorer restorer = new Restorer(model.inference(), model.trust(), SAMPLES);
            List<Restored.Whole> whole = new ArrayList<>();
            for (int first = 0; first < things.size(); first += BATCH) {
                List<Observed> batch = things.subList(first, Math.min(things.size(), first + BATCH)).stream()
                        .map(thing -> thing.observed(Set.of(part)))
                        .toList();
                restorer.restore(batch).forEach(each -> whole.add((Restored.Whole) each));
            }
            return whole;
        });
    }

    /** Whether a judge, who shares nothing with the model, reads this part. */
    boolean isJudged(Part.Sensed part) {
        return judges.reads(part.name());
    }

    /** The class that values are taken for, by the judge who reads them as files; -1 for none of the model's. */
    int[] judged(Part.Sensed part, List<float[]> values) {
        return judges.read(part.name(), values);
    }

    /** Values as a file's bytes. */
    byte[] file(Part.Sensed part, float[] values) {
        return model.senses().of(part.name()).write(values).orElseThrow(Study::impossible);
    }

    /** A thing's side as it was before the model sensed it, in canonical form. */
    byte[] original(Part.Sensed part, Thing thing) {
        return encoded(model.senses().of(part.name()), thing.originals().get(part.name()));
    }

    private Thing thing(int number, PairedExamples.Draw draw) {
        Map<String, float[]> rows = new LinkedHashMap<>();
        Map<String, Object> originals = new LinkedHashMap<>();
        draw.sides().forEach((part, example) -> {
            rows.put(part, sensed(model.senses().of(part), example.value()));
            originals.put(part, example.value());
        });
        int label = classes.indexOf(draw.label());
        if (label < 0) {
            throw new Fault(
                    "the test data has the label \"" + draw.label() + "\", which is not among the model's classes, "
                            + classes + "; use the data that the model was made for");
        }
        return new Thing(number, label, rows, originals);
    }

    private static Examples<?> examples(Model model, Part.Sensed part, Dataset dataset) {
        String name = model.senses().data().get(part.name());
        return model.senses().of(part.name()) instanceof Sight
                ? dataset.pictures(name, Split.TEST)
                : dataset.sounds(name, Split.TEST);
    }

    /** A data set's pictures and sounds are of the type that the part's sense takes. */
    @SuppressWarnings("unchecked")
    private static <T> float[] sensed(Sense<T> sense, Object original) {
        return sense.row((T) original);
    }

    @SuppressWarnings("unchecked")
    private static <T> byte[] encoded(Sense<T> sense, Object original) {
        return sense.encode(sense.canonical((T) original));
    }

    private static IllegalStateException impossible(Decoded.Bad<?> bad) {
        return new IllegalStateException("a decoder put out what is not finite: " + bad.message());
    }
}
