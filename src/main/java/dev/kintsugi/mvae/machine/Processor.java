package dev.kintsugi.mvae.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Linux says of the processor; elsewhere nothing is known.
 *
 * @param name its name, for logs and provenance
 * @param flags the instructions that it has
 */
public record Processor(String name, String flags) {
    /** The variable that names to ND4J's OpenBLAS the processor that it is to take this one for. */
    public static final String CORE = "OPENBLAS_CORETYPE";

    /** All that the OpenBLAS within ND4J knows with AVX-512, as it calls them. */
    private static final Set<String> WIDE_CORES = Set.of("skylakex", "cooperlake");

    private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");
    private static final Pattern NAME = Pattern.compile("^model name\\s*: (.+)$", Pattern.MULTILINE);
    private static final Pattern FLAGS = Pattern.compile("^flags\\s*:(.*)$", Pattern.MULTILINE);

    /** The processor of this machine. */
    public static Processor here() {
        try {
            return described(Files.readString(DESCRIPTION));
        } catch (IOException e) {
            // Only Linux has the file, and only advice depends on it.
            return described("");
        }
    }

    static Processor described(String text) {
        return new Processor(
                first(NAME, text).orElse(System.getProperty("os.arch")),
                first(FLAGS, text).orElse(""));
    }

    /** What to set so that ND4J's OpenBLAS uses the whole of it, if that is not set already. */
    public Optional<String> advice(Map<String, String> environment) {
        boolean wide = (flags + " ").contains(" avx512f ");
        String core = environment.getOrDefault(CORE, "");
        return wide && !WIDE_CORES.contains(core.toLowerCase(Locale.ROOT))
                ? Optional.of(CORE + " is " + (core.isEmpty() ? "not set" : core) + "; set " + CORE + "=SkylakeX in the"
                        + " environment: this processor has AVX-512, which ND4J's OpenBLAS may not use otherwise")
                : Optional.empty();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
