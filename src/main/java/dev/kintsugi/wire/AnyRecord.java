package dev.kintsugi.wire;

import java.util.Map;
import java.util.Optional;

/**
 * A record of any type, for people to look at.
 *
 * @param type the schema's full name
 * @param event the event of the domain, if it is one of ours
 * @param fields every field by name, in the schema's order: strings, numbers, times, lists and maps; bytes as
 *     {@code byte[]}
 */
public record AnyRecord(String type, Optional<Object> event, Map<String, Object> fields) {}
