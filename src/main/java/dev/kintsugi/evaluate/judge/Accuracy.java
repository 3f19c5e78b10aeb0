package dev.kintsugi.evaluate.judge;

/**
 * How many of some examples a judge read rightly.
 *
 * @param on which examples
 */
public record Accuracy(String on, int right, int of) {

    public double share() {
        return (double) right / of;
    }
}
