package dev.kintsugi.pairing;

import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A closed observation, without its payloads: enough to know its events again, and to tell how a side that comes after
 * all compares with what was made up for it.
 *
 * @param number as in {@link Pending}
 * @param opened the time of the event that opened it
 * @param closed the stream time at which it closed
 * @param marks of its events, and of those taken since as hindsight
 * @param told what the model said of its missing sides, once it has
 */
public record Remembered(
        long number, String id, ClosedBy closedBy, long opened, long closed, List<Mark> marks, List<Estimate> told) {

    /** An event by which it is known. */
    public record Mark(String modality, long time, Fingerprint fingerprint) {}

    public Remembered {
        marks = List.copyOf(marks);
        told = List.copyOf(told);
    }

    static Remembered of(Pending pending, ClosedBy reason, long streamTime) {
        List<Mark> marks = new ArrayList<>();
        for (Held held : pending.events()) {
            marks.add(mark(held));
        }
        return new Remembered(pending.number(), pending.id(), reason, pending.opened(), streamTime, marks, List.of());
    }

    boolean has(String modality) {
        return marks.stream().anyMatch(mark -> mark.modality().equals(modality));
    }

    boolean has(Fingerprint fingerprint) {
        return marks.stream().anyMatch(mark -> mark.fingerprint().equals(fingerprint));
    }

    /** The greatest distance between that time and any of its events. */
    long distance(long time) {
        return marks.stream()
                .mapToLong(mark -> Times.apart(mark.time(), time))
                .max()
                .orElseThrow();
    }

    Remembered with(Held hindsight) {
        return new Remembered(number, id, closedBy, opened, closed, plus(marks, mark(hindsight)), told);
    }

    public Remembered with(List<Estimate> said) {
        return new Remembered(number, id, closedBy, opened, closed, marks, said);
    }

    private static Mark mark(Held held) {
        return new Mark(held.event().modality(), held.time(), held.mark());
    }

    private static List<Mark> plus(List<Mark> marks, Mark mark) {
        return Stream.concat(marks.stream(), Stream.of(mark)).toList();
    }
}
