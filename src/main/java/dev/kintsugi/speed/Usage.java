package dev.kintsugi.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process has used so far.
 *
 * @param cpuSeconds of all its threads, in user and system mode
 * @param residentBytes of memory at present, where the system tells
 */
public record Usage(double cpuSeconds, OptionalLong residentBytes) {
    private static final int KIBI = 1024;

    static Usage of(ProcessHandle process) {
        String status = status(process.pid());
        Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
        return new Usage(cpu.toNanos() / 1e9, bytes(status, "VmRSS"));
    }

    /** Linux says it in a file; elsewhere, or once the process is gone, nothing is known. */
    private static String status(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "status"));
        } catch (IOException untold) {
            return "";
        }
    }

    static OptionalLong bytes(String status, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + ":\\s+(\\d+) kB$").matcher(status);
        return line.find() ? OptionalLong.of(KIBI * Long.parseLong(line.group(1))) : OptionalLong.empty();
    }
}
