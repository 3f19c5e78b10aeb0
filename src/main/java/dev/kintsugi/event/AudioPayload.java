package dev.kintsugi.event;

/** A sound as it was sent. */
public sealed interface AudioPayload {

    Bytes bytes();

    /** A WAV file, which says its rate, channels and sample form itself. */
    record Wav(Bytes bytes) implements AudioPayload {}

    /** Bare samples, little-endian, channels interleaved. */
    record Pcm(Form form, int sampleRate, int channels, Bytes bytes) implements AudioPayload {}

    /** How one bare sample is written. */
    enum Form {
        U8,
        S16LE,
        S24LE,
        F32LE
    }
}
