/**
 * The stream: what a topology file says, as Kafka Streams runs it.
 */
package dev.kintsugi.topology;
