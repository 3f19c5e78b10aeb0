package dev.kintsugi.pairing;

import dev.kintsugi.event.ClosedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Pairs the events of one partition: which belong to one observation, and when its wait ends.
 *
 * <p>An event of modality m and time t goes through these rules, in this order:
 *
 * <ol>
 *   <li>Stream time moves to t if that is later. Observations whose deadline it has passed close before the event is
 *       looked at.
 *   <li>An event seen before is a duplicate.
 *   <li>A waiting observation of its key that lacks m, with all its events within the window of t, takes it: of several
 *       the nearest, then the oldest. If nothing required is missing now, it closes as complete.
 *   <li>Else a remembered one of its key that lacks m, closed within the hindsight horizon and within the window, takes
 *       it as hindsight.
 *   <li>Else it opens an observation with the deadline t + window + grace. If that is past already, it closes at once as
 *       late. An optional modality alone waits too, but nothing is restored from it.
 * </ol>
 *
 * <p>Beside that, by the wall clock, patience ends: see {@link Patience}. And beyond a limit of waiting observations,
 * the one due next closes early. A timeline, with a window of 2 s, a grace of .5 s and a hindsight of 10 s; all of one
 * key, {@code I} an image, {@code A} a sound, at their event times in seconds:
 *
 * <pre>
 *   comes     stream time   what happens
 *   I  0.0    0.0           #1 opens, deadline 2.5
 *   A  1.0    1.0           #1 takes it: COMPLETE
 *   I  0.0    1.0           the same event again: duplicate of #1
 *   I  4.0    4.0           #2 opens, deadline 6.5
 *   I  5.0    5.0           #2 has an image: #3 opens, deadline 7.5
 *   A  4.9    5.0           nearer to #3 than to #2, though within the window of both: #3 COMPLETE
 *   A  6.6    6.6           6.6 passes 6.5, so #2 closes first: DEADLINE, sound missing;
 *                           then, 2.6 s from #2 and with #3 complete, it opens #4, deadline 9.1
 *   A  3.0    6.6           out of order, and #2 has just closed without it: hindsight of #2
 *   A  0.5    6.6           its deadline, 3.0, is past: #5 opens and closes at once: LATE, image missing
 *   (quiet)   6.6           after the patience, by the wall clock, #4 closes: PATIENCE, image missing
 * </pre>
 *
 * <p>{@code WorkedTimelineTest} repeats it.
 */
public final class Pairing {
    /** A call cannot commit, and silence is not over soon: patience ends for so many at once, and then for the next. */
    private static final int MOST_IMPATIENT = 1_000;

    private final PairingRules rules;
    private final PairingStore store;
    private final Matching matching;
    private final Waiting waiting;
    private final Patience patience;
    private final Closings closings;

    private Progress progress;

    /**
     * Begins, or goes on where the store was left.
     *
     * @param now the wall clock, in milliseconds; all patience begins anew
     */
    public Pairing(PairingRules rules, PairingStore store, Consumer<Outcome> outcomes, long now) {
        this.rules = rules;
        this.store = store;
        this.matching = new Matching(rules);
        this.waiting = Waiting.in(store);
        this.progress = store.progress().notBefore(waiting);
        this.patience = new Patience(rules.patience(), rules.idle(), progress.opened(), now);
        this.closings = new Closings(rules, store, outcomes);
    }

    /** Something was read that is no event to pair; still, it is no silence. */
    public void read(long now) {
        patience.read(now);
    }

    /** An event arrives. */
    public void take(Arrival arrival, long now) {
        patience.read(now);
        Held held = new Held(arrival.event(), Fingerprint.of(arrival.event()), arrival.trace());
        progress = progress.at(held.time());
        sweep(now);
        place(arrival, held, now);
        store.progress(progress);
    }

    /** The wall clock has moved on. */
    public void pass(long now) {
        if (patience.mayEnd(now)) {
            endPatience(now);
        }
    }

    /** How many observations wait. */
    public int pending() {
        return waiting.size();
    }

    private void sweep(long now) {
        Optional<Due> due;
        while ((due = waiting.nextDue()).isPresent() && due.get().deadline() < progress.streamTime()) {
            closeWaiting(due.get(), ClosedBy.DEADLINE, now);
        }
    }

    private void endPatience(long now) {
        for (int closed = 0; closed < MOST_IMPATIENT; closed++) {
            Optional<Due> longest = waiting.longest();
            if (longest.isEmpty()) {
                patience.none();
                return;
            }
            Pending pending = in(store.pending(longest.get().key()), longest.get());
            if (!patience.hasEnded(pending)) {
                patience.next(pending);
                return;
            }
            closeWaiting(longest.get(), ClosedBy.PATIENCE, now);
        }
    }

    private void place(Arrival arrival, Held held, long now) {
        String key = arrival.key();
        long streamTime = progress.streamTime();
        List<Pending> pending = store.pending(key);
        Decision decision = matching.decide(held, streamTime, pending, store.remembered(key, streamTime));
        if (decision instanceof Decision.Duplicate again) {
            closings.duplicate(arrival, again.observationId());
        } else if (decision instanceof Decision.Join join) {
            join(key, pending, join.pending(), held, now);
        } else if (decision instanceof Decision.Hindsight late) {
            closings.hindsight(arrival, held, late.observation());
        } else {
            open(arrival, pending, held, now);
        }
    }

    private void join(String key, List<Pending> all, Pending one, Held held, long now) {
        Pending fuller = one.with(held);
        if (rules.complete(fuller)) {
            close(key, all, fuller, ClosedBy.COMPLETE, now);
            return;
        }
        List<Pending> changed = new ArrayList<>(all);
        changed.set(changed.indexOf(one), fuller);
        store.pending(key, changed);
    }

    private void open(Arrival arrival, List<Pending> all, Held held, long now) {
        long deadline = rules.deadline(held.time());
        Pending opened = new Pending(progress.opened(), Closings.id(held), deadline, patience.elapsed(), List.of(held));
        progress = progress.oneOpened();
        if (rules.complete(opened)) {
            closings.close(arrival.key(), opened, ClosedBy.COMPLETE, progress.streamTime(), now);
        } else if (deadline < progress.streamTime()) {
            closings.close(arrival.key(), opened, ClosedBy.LATE, progress.streamTime(), now);
        } else {
            wait(arrival.key(), all, opened, now);
        }
    }

    private void wait(String key, List<Pending> all, Pending opened, long now) {
        List<Pending> more = new ArrayList<>(all);
        more.add(opened);
        store.pending(key, more);
        waiting.add(key, opened);
        if (waiting.size() > rules.pending()) {
            waiting.nextDue().ifPresent(next -> closeWaiting(next, ClosedBy.LIMIT, now));
        }
    }

    private void closeWaiting(Due due, ClosedBy reason, long now) {
        List<Pending> all = store.pending(due.key());
        close(due.key(), all, in(all, due), reason, now);
    }

    private void close(String key, List<Pending> all, Pending pending, ClosedBy reason, long now) {
        closings.close(key, pending, reason, progress.streamTime(), now);
        List<Pending> others = new ArrayList<>(all);
        others.removeIf(each -> each.number() == pending.number());
        store.pending(key, others);
        waiting.remove(key, pending);
    }

    private static Pending in(List<Pending> all, Due due) {
        for (Pending each : all) {
            if (each.number() == due.number()) {
                return each;
            }
        }
        throw new IllegalStateException(
                "observation " + due.number() + " of " + due.key() + " is due, but does not wait");
    }
}
