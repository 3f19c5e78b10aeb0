/**
 * How fast the stream is, on a broker of the benchmark's own: broker and stream each run as the command that users run, in a
 * process of their own, so that processor time and memory can be told apart; what is timed is what a read-committed reader
 * sees.
 *
 * <pre>
 *   Bench ─► Ground: Child (kintsugi broker), topics
 *       ├─► Trial (a topology file) ─► Child (kintsugi stream)
 *       ├─► MadeEvents ─► Preload, or one by one
 *       ├─► Committed (what is readable, and when) ─► Percentiles
 *       └─► Led (goes on, pauses) ─► Ends (where topics end), Commits ─► Spread
 * </pre>
 *
 * <p>May touch {@code broker}, {@code topology} and what these may; picocli is not known here.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>One clock: what is sent and what is read is timed by the same process, around the stream. Rejected: the timestamps in
 *       records, which say when something was made, not when others could read it.
 *   <li>Throughput is measured on input that lies there before the stream starts, without patience, which a backlog would only
 *       hold up. Runs are consecutive stretches of one stream, after three rounds of warming up, behind each of which it is
 *       paused: a JVM that has no moment to spare still compiles a minute after its start, which took a third of the
 *       processors. A run begins and ends with a commit of each partition: what becomes readable does so a second's worth at
 *       once. Rejected: input that appears at once, in a transaction, to a stream that has nothing to do. Kafka Streams waits for
 *       a side of which it knows that more lies there, and learned of one side's before the other's: thousands of pictures were
 *       read ahead of their sounds, closed without them and restored.
 *   <li>Pairing and the join it is compared with are both warm and take turns run by run, a few seconds each, on the same input;
 *       the ratio is of neighbours. What else runs on a machine changes within seconds what it can do: on a virtual one whose
 *       cores' other halves belong to others, by a third (measured). Rejected: some runs of the one and then of the other, by
 *       which the same code was 1.6 and 2.2 times as fast. What comes first on a new broker is not counted: it pays for what
 *       that one's JVM compiles.
 *   <li>A stream whose throughput is measured has all its heap from the start. Where the host takes back what a virtual machine
 *       does not use, to touch a page for the first time costs 10 to 18 microseconds, and collections that filled new pages took
 *       30 to 100 ms instead of 3 to 8 (measured).
 *   <li>Rates are told by where topics end for a read-committed reader. Rejected: to read what is there, as it was once. The
 *       reader alone, without what the broker does for it, took 7 of some 110 microseconds of the processors for each observation
 *       that is only paired (measured), and is part of neither stream.
 *   <li>Pairing reads the two topics that the join reads. A third, for labels, cost it 4 % of its threads' time, though there are
 *       none: for each record of the others Kafka Streams formats a sentence about the empty partition (measured). Where labels
 *       are a side, that is so.
 *   <li>Between two runs of its own, pairing and the join are paused. What was put off, such as merging RocksDB's files, is then done
 *       and counts for neither; the join, which writes more, puts off more.
 *   <li>What a stream has written is deleted when it ends: else that would take memory for files from those that follow.
 *   <li>Input is sent in batches of 16 KB, as users' producers do; batches of 256 KB cost the broker less, so its
 *       processor seconds are not to be compared with those of the versions that sent them.
 *   <li>Processor seconds for each thousand observations stand beside the rates: they change little when others use the
 *       machine, rates do.
 *   <li>Pictures and sounds come from a pool made in advance: making them up costs more than pairing them.
 * </ul>
 */
package dev.kintsugi.speed;
