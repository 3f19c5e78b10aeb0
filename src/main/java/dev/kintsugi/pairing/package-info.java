/**
 * Pairing: which events of a key belong to one observation, and when the wait for those that are missing ends.
 *
 * <pre>
 *   Arrival ─► Pairing ─► Matching (the decision) ─► Outcome: Closed, Hindsight, Duplicate
 *     clock ─►    ├─► Waiting: who is due next, by deadline and by patience
 *                 └─► PairingStore: Progress, Pending and Remembered by key
 * </pre>
 *
 * <p>May touch {@code event} and {@code spec}. It knows no Kafka; the wall clock arrives as a number, and nothing depends
 * on it but patience and the time that a closed observation states.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Where an event belongs is a function of the event, stream time, and what is known of its key
 *       ({@code Matching}); {@link dev.kintsugi.pairing.Pairing} keeps the books. With patience off, the same events in
 *       the same order give the same observations.
 *   <li>A deadline is passed when stream time is later than it: an event at exactly t + window is still in time, also
 *       with no grace.
 *   <li>Who is due next is known by an order of time ({@link dev.kintsugi.pairing.Waiting}); no event costs a look at other
 *       keys. The orders are in memory, some 200 bytes for each that waits, whose number is limited, and are made anew from
 *       the store when a run begins, in one pass. So they cannot disagree with it, whatever a kill has left. Rejected: a
 *       store of their own. Each observation was put into it and deleted three times, and as often in its changelog.
 *   <li>The waiting observations of a key are one value, and so are the remembered ones: a key is a thing, with few of
 *       them at a time. Rejected: a range of keys by time, whose iterator costs many times a look-up. The price is paid
 *       by a key that is used for everything: each event reads all that is remembered of it.
 *   <li>An id is the address of the event that opened the observation: unique, the same again after a crash, and of use to
 *       a reader.
 *   <li>With more observations waiting than {@code pairing.pending} allows, the one due next closes early, as
 *       {@link dev.kintsugi.event.ClosedBy#LIMIT}: it has waited longest in event time, and is restored all the same.
 *       Rejected: refusing events, which would lose them, and pausing, which would stop time.
 *   <li>Remembered observations hold no payloads, some 100 bytes each. The store forgets them, in its own time; one that is
 *       due to be forgotten is no longer seen, so that how fast that goes changes nothing.
 *   <li>An event alone in its observation that was never waited for (a label) is remembered as any other: what comes
 *       after its deadline is its hindsight.
 * </ul>
 */
package dev.kintsugi.pairing;
