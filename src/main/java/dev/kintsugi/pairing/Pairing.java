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
    private final PairingRules rules;
    private final PairingStore store;
    private final Matching matching;
    private final Coming coming;
    private final Patience patience;
    private final Closings closings;

    private Progress progress;

    /** A call cannot commit, and silence is not over soon: patience ends for so many at once, and then for the next. */
    private static final int MOST_IMPATIENT = 1_000;

    /** Deadlines before this have been dealt with; a search from further back would pass over all that was removed. */
    private long sweptTo = Long.MIN_VALUE;

    /** No deadline comes before this. */
    private long nothingDueBefore = Long.MIN_VALUE;

    private long firstWaiting;

    /**
     * Begins, or goes on where the store was left.
     *
     * @param now the wall clock, in milliseconds; all patience begins anew
     */
    public Pairing(PairingRules rules, PairingStore store, Consumer<Outcome> outcomes, long now) {
        this.rules = rules;
        this.store = store;
        this.matching = new Matching(rules);
        this.coming = new Coming(store);
        this.progress = Reconciliation.of(store);
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
        closings.forget(progress.streamTime());
        place(arrival, held, now);
        store.progress(progress);
    }

    /** The wall clock has moved on. */
    public void pass(long now) {
        if (!patience.mayEnd(now)) {
            return;
        }
        endPatience(now);
        store.progress(progress);
    }

    /** How many observations wait. */
    public int pending() {
        return progress.pending();
    }

    private void sweep(long now) {
        long streamTime = progress.streamTime();
        if (streamTime <= nothingDueBefore) {
            return;
        }
        List<Due> due;
        while (!(due = coming.upTo(Agenda.DEADLINES, sweptTo, streamTime - 1)).isEmpty()) {
            for (Due each : due) {
                sweptTo = each.at();
                closeWaiting(Agenda.DEADLINES, each, ClosedBy.DEADLINE, now);
            }
        }
        sweptTo = streamTime;
        nothingDueBefore = nextDeadline().map(Due::at).orElse(Long.MAX_VALUE);
    }

    private Optional<Due> nextDeadline() {
        return progress.pending() == 0 ? Optional.empty() : coming.first(Agenda.DEADLINES, sweptTo);
    }

    private void endPatience(long now) {
        List<Due> next;
        int closed = 0;
        while (closed < MOST_IMPATIENT
                && !(next = coming.upTo(Agenda.ARRIVALS, firstWaiting, progress.opened())).isEmpty()) {
            for (Due each : next) {
                firstWaiting = each.at();
                Optional<Pending> pending = waiting(each);
                if (pending.isPresent() && !patience.hasEnded(pending.get())) {
                    patience.next(pending.get());
                    return;
                }
                closeWaiting(Agenda.ARRIVALS, each, ClosedBy.PATIENCE, now);
                closed++;
            }
        }
        if (closed < MOST_IMPATIENT) {
            patience.none();
        }
    }

    private void place(Arrival arrival, Held held, long now) {
        String key = arrival.key();
        List<Pending> pending = store.pending(key);
        Decision decision = matching.decide(held, progress.streamTime(), pending, store.remembered(key));
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
            close(key, fuller, ClosedBy.COMPLETE, now);
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
        store.add(Agenda.DEADLINES, new Due(opened.deadline(), opened.number(), key));
        store.add(Agenda.ARRIVALS, new Due(opened.number(), opened.number(), key));
        nothingDueBefore = Math.min(nothingDueBefore, opened.deadline());
        progress = progress.oneMoreWaits();
        if (progress.pending() > rules.pending()) {
            nextDeadline().ifPresent(next -> closeWaiting(Agenda.DEADLINES, next, ClosedBy.LIMIT, now));
        }
    }

    /**
     * Where state is not written in one transaction with offsets, a crash may leave an entry whose observation is to be
     * opened again, or has never been: it is struck off.
     */
    private void closeWaiting(Agenda agenda, Due due, ClosedBy reason, long now) {
        waiting(due)
                .ifPresentOrElse(pending -> close(due.key(), pending, reason, now), () -> store.remove(agenda, due));
    }

    private void close(String key, Pending pending, ClosedBy reason, long now) {
        List<Pending> others = store.pending(key).stream()
                .filter(each -> each.number() != pending.number())
                .toList();
        store.pending(key, others);
        store.remove(Agenda.DEADLINES, new Due(pending.deadline(), pending.number(), key));
        store.remove(Agenda.ARRIVALS, new Due(pending.number(), pending.number(), key));
        progress = progress.oneLessWaits();
        closings.close(key, pending, reason, progress.streamTime(), now);
    }

    private Optional<Pending> waiting(Due due) {
        return store.pending(due.key()).stream()
                .filter(each -> each.number() == due.number())
                .findFirst();
    }
}
