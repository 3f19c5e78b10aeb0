package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What has been gathered of one observation so far: what its sides say, each by the name of its part. */
record Evidence(Observed observed, Map<String, Gaussians> experts, Map<String, Gaussians> privates) {

    static Evidence of(Observed observed) {
        return new Evidence(observed, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** Why a model of this architecture cannot take it, if so. */
    Optional<Inferred.Unfit> problem(Architecture architecture) {
        Stream<Optional<Inferred.Unfit>> sensed = observed.sensed().entrySet().stream()
                .map(side -> architecture.part(side.getKey()).orElse(null) instanceof Part.Sensed part
                        ? values(part, side.getValue())
                        : unknown(side.getKey()));
        Stream<Optional<Inferred.Unfit>> labels = observed.labels().entrySet().stream()
                .map(side -> architecture.part(side.getKey()).orElse(null) instanceof Part.Labelled part
                        ? label(part, side.getValue())
                        : unknown(side.getKey()));
        return Stream.concat(sensed, labels).flatMap(Optional::stream).findFirst();
    }

    /** Whether everything that was gathered is a number: large enough values overflow inside the model. */
    boolean finite() {
        return Stream.concat(experts.values().stream(), privates.values().stream())
                .allMatch(Gaussians::finite);
    }

    private static Optional<Inferred.Unfit> values(Part.Sensed part, float[] values) {
        if (values.length != part.size()) {
            String message = part.name() + " has " + values.length + " values; the model takes " + part.height() + "x"
                    + part.width();
            return unfit("wrong-size", message);
        }
        if (!Finite.all(values, 0, values.length)) {
            return unfit("value-not-finite", part.name() + " holds a value that is NaN or infinite");
        }
        return Optional.empty();
    }

    private static Optional<Inferred.Unfit> label(Part.Labelled part, int label) {
        if (label < 0 || label >= part.classes().size()) {
            String message = part.name() + " is class " + label + "; the model has 0 to "
                    + (part.classes().size() - 1);
            return unfit("unknown-class", message);
        }
        return Optional.empty();
    }

    private static Optional<Inferred.Unfit> unknown(String part) {
        return unfit("unknown-part", "the model has no such part as " + part + ", or it is of another kind");
    }

    private static Optional<Inferred.Unfit> unfit(String reason, String message) {
        return Optional.of(new Inferred.Unfit(reason, message));
    }
}
