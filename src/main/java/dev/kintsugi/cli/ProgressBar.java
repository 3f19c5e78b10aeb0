package dev.kintsugi.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** A line on a terminal that says how far a command has come; nothing where there is no terminal. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final long REDRAWN_EVERY_NS = 100_000_000;

    private final PrintWriter terminal;
    private final String unit;
    private final long total;
    private final LongSupplier nanoTime;
    private final long started;
    private long drawn;

    private ProgressBar(PrintWriter terminal, String unit, long total, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.unit = unit;
        this.total = total;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.drawn = started;
    }

    /** The launcher knows whether standard error is a terminal; Java 17 does not. */
    static ProgressBar on(PrintWriter terminal, String unit, long total) {
        boolean shown = Boolean.getBoolean("kintsugi.terminal");
        return new ProgressBar(shown ? terminal : null, unit, total, System::nanoTime);
    }

    void show(long done) {
        show(done, "");
    }

    /** @param more said behind the bar */
    void show(long done, String more) {
        long now = nanoTime.getAsLong();
        if (terminal != null && now - drawn >= REDRAWN_EVERY_NS) {
            drawn = now;
            terminal.print("\r" + line(done, total, unit, (now - started) / 1e9) + more + "\u001b[K");
            terminal.flush();
        }
    }

    void erase() {
        if (terminal != null) {
            terminal.print("\r\u001b[K");
            terminal.flush();
        }
    }

    static String line(long done, long total, String unit, double seconds) {
        int filled = (int) (WIDTH * Math.min(done, total) / Math.max(1, total));
        double rate = seconds > 0 ? done / seconds : 0;
        String left = rate > 0 ? String.format("%.0f s left", (total - done) / rate) : "";
        return String.format(
                "[%s%s] %,d of %,d %s  %,.0f/s  %s ",
                "█".repeat(filled), "·".repeat(WIDTH - filled), done, total, unit, rate, left);
    }
}
