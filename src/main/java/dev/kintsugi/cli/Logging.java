package dev.kintsugi.cli;

/** How much is logged; to be decided before the first logger is made. */
final class Logging {
    private Logging() {}

    /** Leaves out what goes as it should, unless all was asked for. */
    static void onlyProblems() {
        System.setProperty("kintsugi.log.own", "WARN");
    }

    /** Sets what {@code logback.xml} asks for. */
    static void openUp() {
        System.setProperty("kintsugi.log", "DEBUG");
        System.setProperty("kintsugi.stack", "%ex");
    }
}
