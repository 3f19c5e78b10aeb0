/**
 * Clients of any Kafka broker: its topics, what is sent to them, and what is read back.
 *
 * <pre>
 *   Connection ──► Topics                       create, list, delete what a topology names
 *             ├──► Sender  ◄── scenario         send planned events
 *             ├──► ModelPublisher ──► ModelTopic ◄── ModelFeed   bundles, for running streams
 *             └──► Tail ──► RecordText, SavedPayloads   follow a topic, for people
 * </pre>
 *
 * <p>May touch Kafka's clients, {@code wire}, {@code spec}, {@code data} and the codecs; not Kafka Streams, and no
 * embedded broker: to this package a broker is an address.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>The properties of a {@code --config} file go to every client as they are, the registry's included: what works
 *       with Kafka's own tools works here. Keys that a client does not know are its own to ignore.
 *   <li>Topics are never created by sending to them: a misspelt name is an error that names the command to run.
 *   <li>A bundle is published in parts below Kafka's usual megabyte, in one transaction with the word for it and the
 *       tombstones of the oldest: who reads what is committed sees all of it or nothing. The topic is compacted, so a
 *       reader keeps where parts lie, and fetches those of the one bundle that it uses.
 *   <li>The word which model is in use is a record of its own: back to an earlier one is one small record, and every
 *       stream that starts later heeds it too. There is one publisher at a time; a later one cuts the earlier off.
 *   <li>Following a topic joins no group and commits nothing; it reads committed records only.
 * </ul>
 */
package dev.kintsugi.broker;
