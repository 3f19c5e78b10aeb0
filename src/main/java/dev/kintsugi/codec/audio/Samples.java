package dev.kintsugi.codec.audio;

/** A row of samples, however they are kept: what is asked of them to find a word in it and to level that. */
sealed interface Samples permits Sound, WholeSamples {

    /** How many there are. */
    int length();

    /** The sum of squares from one sample to another, full scale being 1; after the last sample is silence. */
    double energy(int from, int to);

    /** The largest distance from silence from one sample to another, 0 to 1. */
    float peak(int from, int to);
}
