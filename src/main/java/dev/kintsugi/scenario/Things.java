package dev.kintsugi.scenario;

import java.util.Map;

/** The things that events tell of. */
@FunctionalInterface
public interface Things {

    /** All sides of the n-th thing, by modality, in the topology's order. */
    Map<String, Evidence> sides(long n);
}
