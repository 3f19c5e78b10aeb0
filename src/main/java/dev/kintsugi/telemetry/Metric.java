package dev.kintsugi.telemetry;

import java.util.Optional;

/** Something that is measured; the README lists them as they are here. */
public enum Metric {
    EVENTS("read.events", "events that were read", "modality"),
    MISPLACED("read.misplaced", "events in another partition than their key's", "modality"),
    DEAD_LETTERS("dlq.records", "dead letters", "reason"),
    OBSERVATIONS("pair.observations", "observations, by why they closed", "closed_by"),
    DUPLICATES("pair.duplicates", "events that had come before"),
    HINDSIGHT("pair.hindsight", "sides that came after their observation had closed"),
    PENDING("pair.pending", "observations that wait for a side", "task"),
    WAITING("restore.waiting", "what is ready and waits for the model", "task"),
    RESTORED("restore.observations", "observations that the model has done"),
    BATCH("restore.batch", "questions in one run of the model"),
    INFERENCE("restore.inference", "time of one run of the model"),
    LATENCY("restore.latency", "time from an observation's close to its restoration's sending"),
    COMPARED("hindsight.comparisons", "late sides that show what was told, or not", "agrees"),
    MODEL("model.info", "the model in use", "model"),
    SWAPS("model.swaps", "models taken from the models topic"),
    REFUSALS("model.refusals", "models on the models topic that could not be used"),
    REPLACEMENTS("stream.replacements", "threads that died and were replaced");

    private final String name;
    private final String meaning;
    private final Optional<String> tag;

    Metric(String name, String meaning) {
        this(name, meaning, Optional.empty());
    }

    Metric(String name, String meaning, String tag) {
        this(name, meaning, Optional.of(tag));
    }

    Metric(String name, String meaning, Optional<String> tag) {
        this.name = "kintsugi." + name;
        this.meaning = meaning;
        this.tag = tag;
    }

    /** As Micrometer has it, with dots. */
    public String meterName() {
        return name;
    }

    public String meaning() {
        return meaning;
    }

    /** What it is told apart by. */
    public Optional<String> tag() {
        return tag;
    }
}
