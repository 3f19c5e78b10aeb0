package dev.kintsugi.mvae.bundle;

import java.util.List;

/**
 * Where a model comes from: enough to make it again.
 *
 * @param data the data sets, as the command names them
 * @param code version of the program that trained it
 * @param platform processor, operating system and JDK
 * @param command the command line
 */
public record Provenance(List<String> data, long seed, String code, String platform, String command) {
    public Provenance {
        data = List.copyOf(data);
    }
}
