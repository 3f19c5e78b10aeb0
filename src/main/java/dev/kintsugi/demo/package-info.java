/**
 * The demo: events that go missing, late and double, sent to a stream that runs, and an account of what became of each.
 *
 * <pre>
 *   scenario ─► Production ─► broker ─► (the stream) ─► Tail ─► Outputs ─► Display: previews
 *                   └──────────────► Account ◄─────────────────────┘          ▲
 *                                       └─► Balance ─► Standing ──────────────┘
 * </pre>
 *
 * <p>May touch {@code broker}'s clients, {@code scenario}, {@code spec}, {@code event}, {@code wire} and, to draw pictures,
 * {@code codec}. It knows neither the broker in this process nor the stream: to it both are topics, and {@code cli} starts
 * them beside it.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>What is told is read from the topics, committed, as any user's application would: the latency is that of a reader,
 *       and what the account has not read counts as lost. Rejected: the stream's own counters, which cannot say what they
 *       have not seen.
 *   <li>An event that was sent twice must be found once; the second leaves no trace but the stream's own count.
 *   <li>When the sending ends, the demo waits for the patience of what was sent last; so it wants a topology with patience.
 *   <li>Whoever runs the demo says whether the stream is alive: topics alone cannot tell a dead stream from a slow one.
 * </ul>
 */
package dev.kintsugi.demo;
