package dev.kintsugi.wire;

/** The names under which a registry keeps the schemas of a topic: Confluent's TopicNameStrategy. */
public final class Subjects {
    private Subjects() {}

    public static String ofValues(String topic) {
        return topic + "-value";
    }
}
