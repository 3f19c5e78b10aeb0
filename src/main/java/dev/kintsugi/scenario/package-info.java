/**
 * Which events of which things arrive when: a seeded plan of an imperfect world, for demos, tests and benchmarks.
 *
 * <p>Pure: it knows {@code event} and {@code dice} alone, and neither clock nor Kafka. The same settings and seed give
 * the same plan, event for event and on every JDK. {@code broker} sends what is planned here.
 *
 * <pre>
 *   event time ─────┬──────────────────┬──────────────────┬───────────────────────► arrival
 *   thing k's time  │ seen, heard, labelled within a quarter of the window (250 ms at most)
 *                   │ on time          │ out of order:     │ late: behind window, grace and that
 *                   │                  │ within ¾ window   │ spread, so that any deadline is past
 * </pre>
 *
 * <p>Decided: the plan speaks of event time alone, and a sender either paces itself by it or does not. So a plan sent
 * at full speed has the same order, late events and duplicates as one sent in real time.
 */
package dev.kintsugi.scenario;
