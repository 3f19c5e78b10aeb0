/**
 * What a running stream shows over HTTP: {@link dev.kintsugi.web.StatusServer} answers whether it lives, whether it is
 * ready, and what it measures, on one port.
 *
 * <p>May touch the JDK's HTTP server and Jackson. What it shows it is given as suppliers: it knows neither Kafka nor the
 * metrics library, so that a stream without a port has nothing of it.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>The JDK's server, as in the embedded registry: three paths need no framework.
 *   <li>A client that sends or reads too slowly is cut off after some seconds, by the JDK server's own system properties:
 *       it holds a thread meanwhile. Rejected: a thread for {@code /livez} alone, since the path is read on the thread too.
 *   <li>Loopback unless told otherwise, as the embedded broker: there is no password.
 *   <li>Answers are JSON that says why, beside the status that says whether: 200, or 503 for who should wait.
 * </ul>
 */
package dev.kintsugi.web;
