/**
 * The command line: what {@code scripts/kintsugi} runs, and the only place that wires the other packages together.
 *
 * <p>May touch everything; nothing may touch it. Commands hold options, call one piece of another package, and print:
 * what a user asked for on standard output, everything else on standard error. Exit codes: 0 done, 1 failed with one
 * line that says what to do, 2 called wrongly, 3 done but for some inputs, which the results tell of.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Help and usage errors load nothing but picocli, so that {@code kintsugi --help} answers in under a second.
 *   <li>Output is UTF-8, and numbers have a point, whatever the locale says: previews and JSON must not depend on it.
 *   <li>An option outranks its environment variable, that outranks the {@code --config} file, and that a default.
 * </ul>
 */
package dev.kintsugi.cli;
