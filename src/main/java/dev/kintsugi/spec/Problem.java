package dev.kintsugi.spec;

/**
 * One thing that is wrong in a topology file, and what to do about it.
 *
 * @param file the file as the user named it
 * @param line counted from 1; 0 when the problem has no line
 * @param key dotted path such as {@code pairing.window}; empty when the file as a whole is meant
 * @param value the offending text as it stands in the file; empty when there is none
 * @param trouble what is wrong, as the predicate of a sentence about the key
 * @param remedy what to write instead
 */
public record Problem(String file, int line, String key, String value, String trouble, String remedy) {
    /** One line: {@code topologies/x.yaml:12: pairing.window is "-5s"; use a positive duration such as 2s}. */
    public String message() {
        String place = line > 0 ? file + ":" + line : file;
        String subject = key.isEmpty() ? "" : key + " ";
        return place + ": " + subject + trouble + "; " + remedy;
    }
}
