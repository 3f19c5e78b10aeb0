package dev.kintsugi.codec.image;

import java.util.Arrays;

/**
 * A grey picture: 8 bits a pixel, row by row from the top, 0 black and 255 white.
 *
 * <p>Immutable: the pixels are copied on the way in and on the way out. Use {@link #at} to look at single ones.
 */
public record Picture(int width, int height, byte[] grey) {
    /** The longest side accepted: large enough for any scan of a digit, small enough for a stream thread's memory. */
    public static final int LONGEST_SIDE = 4096;

    public Picture {
        if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw new IllegalArgumentException(
                    "a picture of " + width + "x" + height + "; each side must be 1 to " + LONGEST_SIDE);
        }
        if (grey.length != width * height) {
            throw new IllegalArgumentException(
                    grey.length + " bytes for a picture of " + width + "x" + height + "; it needs " + width * height);
        }
        grey = grey.clone();
    }

    @Override
    public byte[] grey() {
        return grey.clone();
    }

    /** The pixels themselves, for codecs that only look at them. */
    byte[] shared() {
        return grey;
    }

    /** Writes the brightness of all pixels into an array, row by row, as 0 to 1. */
    public void values(float[] values, int at) {
        for (int i = 0; i < grey.length; i++) {
            values[at + i] = (grey[i] & 0xff) / 255f;
        }
    }

    /** The brightness at a pixel, 0 to 255. */
    public int at(int x, int y) {
        return grey[y * width + x] & 0xff;
    }

    /** The picture in characters: see {@link AsciiPreview}. */
    public String preview() {
        return AsciiPreview.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture picture
                && width == picture.width
                && height == picture.height
                && Arrays.equals(grey, picture.grey);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(grey);
    }

    @Override
    public String toString() {
        return "Picture[" + width + "x" + height + "]";
    }
}
