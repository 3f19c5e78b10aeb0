package dev.kintsugi.demo;

import java.time.Duration;

/**
 * How a demo stands.
 *
 * @param sending how long events have been sent
 * @param confidence of the pictures and sounds that were restored, on average; 0 before the first
 * @param latencyMs half of them could be read so soon after what closed their observation
 * @param latencyMs99 and 99 of 100
 */
public record Standing(Duration sending, Balance balance, double confidence, long latencyMs, long latencyMs99) {}
