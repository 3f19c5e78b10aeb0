/**
 * The stream: what a topology file says, as Kafka Streams runs it. Kafka Streams is known here alone.
 *
 * <pre>
 *   image-source ─► image-read ─┐                        ┌─► observations-sink
 *   audio-source ─► audio-read ─┼─► pair ────────────────┤
 *   label-source ─► label-read ─┘    │ pending           └─► restore ─► *-restored-sink, latents-sink, hindsight-sink
 *                       │            │ remembered ◄─────────────┤ ready          │
 *                       │            │                          │ Restoration    │
 *                       └────────────┴──────────────────────────┴────────────────┴─► dead-letters-sink
 * </pre>
 *
 * <p>{@link dev.kintsugi.topology.StreamTopology} builds it, {@link dev.kintsugi.topology.StreamRun} runs it with
 * {@link dev.kintsugi.topology.StreamSettings}, {@link dev.kintsugi.topology.TopologyText} prints it. What is paired with what
 * is decided in {@code pairing}; a processor here fetches, asks, stores and forwards.
 * {@link dev.kintsugi.topology.Restoration} is the model as the stream sees it, and
 * {@link dev.kintsugi.topology.BundleRestoration} a bundle behind it, {@link dev.kintsugi.topology.ModelInUse} one that may
 * be changed while the stream runs.
 *
 * <p>May touch {@code pairing}, {@code sense}, {@code mvae}, the codecs, {@code wire}, {@code spec}, {@code event},
 * {@code dice} and {@code telemetry}; no clients of a broker, and no Avro.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>The Processor API, with one partition's state in one task. The DSL's outer join emits an unmatched row only when a
 *       later record moves time, at most once a second, with that record's headers, and may match it again afterwards.
 *   <li>Sources are read as bytes and decoded inside. What is no event goes to the dead letters as it came, with the
 *       headers of Kafka's own dead letters and {@code kintsugi.reason}; a registry that does not answer is an outage:
 *       the thread dies, is replaced after a pause, and reads the record again. Kafka's own handler was rejected: from a
 *       punctuator it is given neither key nor value, and under exactly-once its record is lost with the transaction.
 *   <li>Deadlines are looked for as each event is processed, against event time, which Kafka's stream-time punctuator does
 *       not know: it goes by the records' timestamps, now and then. The wall-clock punctuator is for patience and for
 *       batches that linger.
 *   <li>Events are read in the order of their records' timestamps, which are their arrivals; {@code max.task.idle.ms} is 0,
 *       see {@link dev.kintsugi.topology.StreamSettings}. Where two topics have a record of the same millisecond next, Kafka
 *       Streams takes either (its queue compares nothing else): each is still processed once, but another run, or the
 *       same one after a crash, may open an observation with the other event, and so give it another id. That the broker
 *       has more of a topic is known from its last answer: after a silence, of much that comes at once, one side may be
 *       read ahead of the other by as much as one fetch brings (a megabyte), and close without it what lies further apart
 *       than window and grace; the other side is then hindsight. A start with a backlog knows, and reads in step.
 *   <li>What is made of an event has its record's timestamp, and what patience makes that of the wall clock: the same again
 *       when replayed, and never so old that retention takes it at once, as event times may be.
 *   <li>What waits for the model lies in a store of its own until its batch is sent, since nothing can be forwarded before
 *       a commit.
 *   <li>Stores are written when a commit begins ({@link dev.kintsugi.topology.Unwritten}): what comes and goes between two
 *       commits costs no more than an entry in a map, and what changes several times is written once. Kafka Streams' record
 *       cache was rejected after it had been used: it deletes in the store and in the changelog what was never there, is
 *       shared by all stores of a thread and so was filled by what is remembered. The price is that the moment is told by an
 *       internal class of Kafka Streams, {@code WrappedStateStore}: no public interface is called before a commit.
 *   <li>Until then state is what it is ({@link dev.kintsugi.topology.Form}), not bytes, and of each store of each
 *       task up to 16 MB of what was lately written stay in memory: what waits is closed a moment later.
 *   <li>A key that is surely not there is not looked up ({@link dev.kintsugi.topology.Sieve}), for most keys were never seen,
 *       and RocksDB's binding throws a C++ exception for each: three of them were a sixth of the time of pairing alone.
 *       Rejected: RocksDB's own Bloom filters, which answer behind that binding.
 *   <li>While all that a thread reads is a backlog, it commits each second, else as soon as there is something to read, a tenth of a second apart
 *       ({@link dev.kintsugi.topology.EarlyCommits}). Rejected: each tenth of a second always, which writes all that waits,
 *       with payloads, to delete it in one of the next.
 *   <li>An observation is logged once, when it closes. One that the model cannot do is a dead letter besides, with its
 *       record as it stands in the log; a second entry in the log was rejected, since retraining reads that.
 *   <li>Late sides are compared by what they show: the class that the model reads in the true side with the one that it
 *       told. Payloads of restorations are not kept for that; of each, its guess and confidence are.
 *   <li>What is remembered lies in windows of stream time, of which Kafka drops the oldest whole: nothing is deleted key by
 *       key, in the store or in its changelog. The changelog's own timestamps are those of writing, or a log of last month
 *       that is read again would be forgotten by the broker as soon as it is remembered.
 *   <li>A payload that has its canonical form already is passed on as it came; so is a PNG that another hand deflated, if it
 *       has nothing but header, grey pixels and end, and is no larger than ours may be. Nobody needs the same bytes of the
 *       same pixels, only the same bytes of the same event.
 *   <li>State has plain layouts behind a format byte rather than Avro: it is nobody else's, and is written for every
 *       event.
 *   <li>A newer model is unpacked by whoever brings it, and taken up by each task between two batches: a batch is one
 *       model's, no thread waits for another, and the old one is garbage as soon as no task asks it. Tasks may be a batch
 *       apart, and after a crash a batch may be another model's than before; every record names its own. Rejected: a
 *       global store, which would keep every bundle in RocksDB and hold up the threads while it reads.
 *   <li>Stopping drains: {@link dev.kintsugi.topology.LastCall} has every task do what is ready, and from then on what
 *       becomes ready as it does, until Kafka Streams stops reading, commits and leaves. What waits for a side stays in the
 *       stores, for that is not ready. Should a task not hear the call (it is being moved, or the model hangs), the
 *       process stops all the same, and its work is found in the changelog: nothing is lost, only later. A kill is
 *       that case.
 *   <li>Metrics are counted in {@code telemetry}, which says why not in Kafka's; Kafka Streams' own go beside them.
 *   <li>Producers gather large batches: with Kafka's usual ones, each holding one or two observations, waking the sender
 *       took a sixth of a stream thread's time (sampled at 400 observations a second).
 *   <li>The DSL's outer join is here too, of the same reading and writing, only as what pairing is measured against
 *       ({@code kintsugi bench stream --part join}).
 *   <li>At least once: a kill repeats what was sent since the last commit, for the state is as that left it, and what was read
 *       since is read again. It loses nothing: before a store is written, whatever outlasts what it lets go has reached the
 *       broker ({@link dev.kintsugi.topology.WriteOrder}); what is told is told before it is known; and of a task that
 *       failed nothing is written. Kafka Streams promises less: it writes stores before it waits for what was sent, also
 *       those of a task that failed. The price is a second internal class, {@code RecordCollector}, and a wait or three in
 *       the commit of each second.
 *   <li>All that is due may be thousands: an event's call closes it and queues it, and runs one batch; punctuations run the
 *       rest, a moment each, between commits. Work without bounds would outlast the transaction, and be undone for ever.
 * </ul>
 */
package dev.kintsugi.topology;
