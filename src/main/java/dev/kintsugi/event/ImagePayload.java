package dev.kintsugi.event;

/** A picture as it was sent. */
public sealed interface ImagePayload {

    Bytes bytes();

    /** A PNG file of any size and colour. */
    record Png(Bytes bytes) implements ImagePayload {}

    /** A JPEG file of any size and colour. */
    record Jpeg(Bytes bytes) implements ImagePayload {}

    /** Bare grey pixels: one byte each, row by row, 0 black. */
    record Grey(int width, int height, Bytes bytes) implements ImagePayload {}
}
