package dev.kintsugi.studio;

import dev.kintsugi.gallery.Print;
import dev.kintsugi.mvae.Part;

/** How values of a part are shown. */
public final class Prints {
    private static final double USUAL_SIDE = 84;

    private Prints() {}

    /** A picture, or a spectrogram, large enough to be looked at. */
    public static Print of(Part.Sensed part, float[] values) {
        return small(part, values).enlarged((int) Math.ceil(USUAL_SIDE / Math.max(part.height(), part.width())));
    }

    /** Half as large, for many beside each other. */
    public static Print half(Part.Sensed part, float[] values) {
        return small(part, values).enlarged((int) Math.max(1, USUAL_SIDE / 2 / Math.max(part.height(), part.width())));
    }

    private static Print small(Part.Sensed part, float[] values) {
        return switch (part.kind()) {
            case IMAGE -> Print.picture(values, part.height(), part.width());
            case AUDIO -> Print.sound(values, part.height(), part.width());
        };
    }
}
