package dev.kintsugi.cli;

/** How much is logged; to be decided before the first logger is made. */
final class Logging {
    private Logging() {}

    /** Sets what {@code logback.xml} asks for. */
    static void openUp() {
        System.setProperty("kintsugi.log", "DEBUG");
        System.setProperty("kintsugi.stack", "%ex");
    }
}
