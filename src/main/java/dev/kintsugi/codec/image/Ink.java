package dev.kintsugi.codec.image;

/**
 * Where the ink of a picture lies: the box around it, without its faintest rim, and its centre of mass.
 *
 * @param right the first column beyond the box
 * @param bottom the first row beyond the box
 * @param x of the centre of mass, the middle of the first column being .5
 */
record Ink(int left, int top, int right, int bottom, double x, double y, double mass) {
    /** An eighth of full ink. */
    private static final float RIM = 32;

    static Ink of(Picture picture, Paper paper) {
        int left = picture.width();
        int top = picture.height();
        int right = 0;
        int bottom = 0;
        double mass = 0;
        double massX = 0;
        double massY = 0;
        for (int y = 0; y < picture.height(); y++) {
            double row = 0;
            for (int x = 0; x < picture.width(); x++) {
                float ink = paper.ink(picture.at(x, y));
                if (ink == 0) {
                    continue;
                }
                row += ink;
                massX += ink * (x + .5);
                if (ink >= RIM) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = y + 1;
                }
            }
            mass += row;
            massY += row * (y + .5);
        }
        return new Ink(left, top, right, bottom, massX / mass, massY / mass, mass);
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }
}
