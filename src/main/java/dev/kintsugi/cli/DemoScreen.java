package dev.kintsugi.cli;

import dev.kintsugi.broker.Connection;
import dev.kintsugi.demo.Balance;
import dev.kintsugi.demo.Demo;
import dev.kintsugi.demo.Display;
import dev.kintsugi.demo.Mend;
import dev.kintsugi.demo.Standing;
import dev.kintsugi.spec.SensedModality;
import dev.kintsugi.spec.TopologySpec;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What a {@link Demo} shows: a line that is kept up to date where there is a terminal, and else repeated now and then; a
 * restored side now and then; and a table at the end.
 */
final class DemoScreen implements Display {
    private static final long MEND_EVERY_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long LINE_EVERY_NS = TimeUnit.SECONDS.toNanos(10);

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal = Boolean.getBoolean("kintsugi.terminal");
    private long nextMend = System.nanoTime();
    private long nextLine = System.nanoTime();
    private double first;

    DemoScreen(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    synchronized void addresses(Connection connection, TopologySpec topology) {
        SensedModality some = topology.sensed().get(topology.sensed().size() - 1);
        out.printf(
                "A broker at %s and a registry at %s. From another terminal:%n",
                connection.bootstrap(), connection.registry());
        out.printf(
                "  scripts/kintsugi tail %s --bootstrap %s --registry %s%n",
                some.restored(), connection.bootstrap(), connection.registry());
    }

    synchronized void sends(double rate, TopologySpec topology) {
        out.printf(
                "%nSending %s things a second; nearly every second one lacks a side, some come late, some twice.%n"
                        + "Each waits %s s for what is missing, and then that is restored.%n%n",
                number(rate),
                number(topology.pairing()
                                .window()
                                .plus(topology.pairing().grace())
                                .toMillis()
                        / 1e3));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    @Override
    public synchronized void mended(Mend mend) {
        long now = System.nanoTime();
        if (first == 0) {
            first = BrokerCommand.secondsSinceJvmStart();
        }
        if (now >= nextMend) {
            nextMend = now + MEND_EVERY_NS;
            erase();
            out.println(mend.text());
        }
    }

    @Override
    public synchronized void stands(Standing standing) {
        if (terminal) {
            err.print("\r" + line(standing) + "\u001b[K");
            err.flush();
        } else if (System.nanoTime() >= nextLine) {
            nextLine = System.nanoTime() + LINE_EVERY_NS;
            err.println(line(standing));
        }
    }

    @Override
    public synchronized void warns(String problem) {
        erase();
        err.println("not saved: " + problem);
    }

    private void erase() {
        if (terminal) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    static String line(Standing standing) {
        Balance balance = standing.balance();
        return String.format(
                "%3d s  %,d events  %,d observations  %,d restored  confidence %.2f  latency %d ms  %,d under way",
                standing.sending().toSeconds(),
                balance.events(),
                balance.observations(),
                balance.restored(),
                standing.confidence(),
                standing.latencyMs(),
                balance.unaccounted());
    }

    synchronized void summary(Standing standing) {
        erase();
        Balance balance = standing.balance();
        out.println();
        row("events sent", balance.events(), "in " + standing.sending().toSeconds() + " s");
        row("  of which again", balance.repeated(), "which changes nothing");
        row("observations", balance.observations(), balance.complete() + " with all sides");
        new TreeMap<>(balance.restoredByModality())
                .forEach((modality, count) -> row("restored " + modality, count, ""));
        row("too late", balance.hindsights(), "compared with what had been restored instead");
        row("dead letters", balance.deadLetters(), "");
        row("lost", balance.unaccounted(), "");
        row("found twice", balance.foundAgain(), "");
        row("not restored", balance.unrestored() + balance.failed(), "");
        row("restored twice", balance.restoredAgain(), "");
        out.printf(
                "confidence %.2f; readable within %d ms of what closed the observation, 99 of 100 within %d ms%n",
                standing.confidence(), standing.latencyMs(), standing.latencyMs99());
        if (first > 0) {
            out.printf("first restoration %.1f s after the start%n", first);
        }
    }

    private void row(String what, long count, String note) {
        out.println(String.format("%-18s %,9d  %s", what, count, note).stripTrailing());
    }

    /** What is not as it should be, and what to do. */
    static String complaint(Balance balance) {
        List<String> wrong = new ArrayList<>();
        add(wrong, balance.unaccounted(), "events were lost");
        add(wrong, balance.foundAgain(), "events were found twice");
        add(wrong, balance.unrestored() + balance.failed(), "missing sides were not restored");
        add(wrong, balance.restoredAgain(), "sides were restored twice");
        if (balance.restored() == 0) {
            wrong.add("nothing was restored; let it run for longer, with a greater --seconds");
        }
        return String.join(", ", wrong)
                + (balance.restored() == 0 ? "" : "; please report it with the output of --verbose");
    }

    private static void add(List<String> wrong, long count, String what) {
        if (count > 0) {
            wrong.add(String.format("%,d %s", count, what));
        }
    }
}
