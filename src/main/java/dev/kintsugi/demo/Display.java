package dev.kintsugi.demo;

/** Where a demo is watched. Called from several threads. */
public interface Display {

    /** A picture or a sound was restored. */
    void mended(Mend mend);

    /** How it stands, several times a second. */
    void stands(Standing standing);

    /** Something went wrong that stops nothing. */
    void warns(String problem);
}
