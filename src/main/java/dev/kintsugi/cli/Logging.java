package dev.kintsugi.cli;

/** How much is logged, and how; to be decided before the first logger is made. */
final class Logging {
    private static final String FORMAT = "kintsugi.log.format";
    private static final String JSON = "json";

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

    /** Chooses one of the appenders that {@code logback.xml} includes; false if there is none of that name. */
    static boolean write(String format) {
        if (!format.equals("text") && !format.equals(JSON)) {
            return false;
        }
        System.setProperty(FORMAT, format);
        return true;
    }

    /** Whether machines read the log. */
    static boolean isStructured() {
        return JSON.equals(System.getProperty(FORMAT));
    }
}
