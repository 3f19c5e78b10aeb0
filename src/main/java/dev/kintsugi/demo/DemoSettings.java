package dev.kintsugi.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a demo sends, and what it keeps.
 *
 * @param rate things a second
 * @param sending for how long; until it is stopped, if nothing is said
 * @param save the folder for what was restored, as files
 */
public record DemoSettings(double rate, Optional<Duration> sending, Optional<Path> save, long seed) {}
