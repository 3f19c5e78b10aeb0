package dev.kintsugi.codec.image;

/**
 * Brings any picture of a digit to the one form that models see and topics carry, as MNIST's makers did: light ink on
 * black, fitted with its aspect into a box of 20 in 28 pixels, its centre of mass in the middle.
 *
 * <p>A picture that has this form comes back as it is, byte for byte: all of MNIST does. One whose ink is of the right
 * size is only moved, by whole pixels. A blank picture becomes a black one.
 *
 * @param width of the canonical picture
 * @param height of the canonical picture
 * @param polarity of the pictures that come
 */
public record CanonicalPicture(int width, int height, Polarity polarity) {
    private static final double BOX = 20 / 28.;

    /** Ink that is within so much of the box is of the right size: scaling it would only blur it. */
    private static final double LARGEST = 1.12;

    private static final double SMALLEST = .83;

    /** How far off the middle ink may be, in pixels. Half a pixel, and what rounding adds. */
    private static final double OFF = .52;

    public CanonicalPicture {
        if (width < 1 || height < 1 || width > Picture.LONGEST_SIDE || height > Picture.LONGEST_SIDE) {
            throw new IllegalArgumentException("a canonical picture of " + width + "x" + height
                    + "; each side must be 1 to " + Picture.LONGEST_SIDE);
        }
    }

    public Picture of(Picture picture) {
        Paper paper = Paper.of(picture, polarity);
        if (paper.blank()) {
            return new Picture(width, height, new byte[width * height]);
        }
        Ink ink = Ink.of(picture, paper);
        double scale = Math.min(BOX * width / ink.width(), BOX * height / ink.height());
        return scale >= 1 / LARGEST && scale <= 1 / SMALLEST
                ? moved(picture, paper, ink)
                : scaled(picture, paper, ink, scale);
    }

    /** The canonical picture's pixels, row by row, as 0 to 1. */
    public void into(Picture picture, float[] values, int at) {
        of(picture).values(values, at);
    }

    private Picture moved(Picture picture, Paper paper, Ink ink) {
        int right = steps(middle(width) - ink.x(), -ink.left(), width - ink.right());
        int down = steps(middle(height) - ink.y(), -ink.top(), height - ink.bottom());
        boolean sameSize = picture.width() == width && picture.height() == height;
        if (right == 0 && down == 0 && sameSize && paper.clean()) {
            return picture;
        }
        byte[] grey = new byte[width * height];
        int from = Math.max(0, right);
        int length = Math.min(width, picture.width() + right) - from;
        for (int y = Math.max(0, down); y < Math.min(height, picture.height() + down); y++) {
            copy(picture, (y - down) * picture.width() + from - right, paper, grey, y * width + from, length);
        }
        return new Picture(width, height, grey);
    }

    private static void copy(Picture picture, int from, Paper paper, byte[] grey, int to, int length) {
        if (paper.clean()) {
            System.arraycopy(picture.shared(), from, grey, to, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            grey[to + i] = (byte) Math.round(paper.ink(picture.shared()[from + i] & 0xff));
        }
    }

    private Picture scaled(Picture picture, Paper paper, Ink ink, double scale) {
        double right = within(middle(width), (ink.x() - ink.left()) * scale, width - (ink.right() - ink.x()) * scale);
        double down = within(middle(height), (ink.y() - ink.top()) * scale, height - (ink.bottom() - ink.y()) * scale);
        Axis across = new Axis(picture.width(), width, scale, ink.x(), right);
        Axis along = new Axis(picture.height(), height, scale, ink.y(), down);
        return strengthened(scaled(picture, paper, across, along));
    }

    private float[] scaled(Picture picture, Paper paper, Axis across, Axis along) {
        int[] columns = across.range();
        int[] rows = along.range();
        float[] line = new float[columns[1] - columns[0]];
        float[] narrow = new float[width];
        float[] ink = new float[width * height];
        for (int y = rows[0]; y < rows[1]; y++) {
            for (int x = 0; x < line.length; x++) {
                line[x] = paper.ink(picture.at(columns[0] + x, y));
            }
            across.apply(line, columns[0], narrow, 0);
            for (int row = 0; row < height; row++) {
                int tap = y - along.first[row];
                if (tap >= 0 && tap < along.weights[row].length) {
                    add(narrow, along.weights[row][tap], ink, row * width);
                }
            }
        }
        return ink;
    }

    private static void add(float[] line, float weight, float[] ink, int at) {
        for (int x = 0; x < line.length; x++) {
            ink[at + x] += weight * line[x];
        }
    }

    /** A line thinner than a pixel fades as it is scaled down; the strongest ink becomes full again. */
    private Picture strengthened(float[] ink) {
        float strongest = 1;
        for (float each : ink) {
            strongest = Math.max(strongest, each);
        }
        byte[] grey = new byte[ink.length];
        for (int i = 0; i < ink.length; i++) {
            grey[i] = (byte) Math.round(255 * Math.max(0, ink[i]) / strongest);
        }
        return new Picture(width, height, grey);
    }

    /** Where the centre of mass belongs: the middle of pixel 14 of 28, as in MNIST. */
    private static double middle(int side) {
        return side / 2 + .5;
    }

    private static int steps(double distance, int least, int most) {
        int steps = Math.abs(distance) <= OFF ? 0 : (int) Math.round(distance);
        return (int) within(steps, Math.min(0, least), Math.max(0, most));
    }

    private static double within(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
