package dev.kintsugi.codec.image;

/**
 * What a picture was like before its canonical form hid it: a stream of these tells that pens, paper or scanners
 * change.
 *
 * @param ink how much of the picture the ink would cover if all of it were full, 0 to 1
 * @param contrast between ink and paper, 0 to 1
 */
public record RawPicture(double ink, double contrast) {

    public static RawPicture of(Picture picture, Polarity polarity) {
        Paper paper = Paper.of(picture, polarity);
        double contrast = (paper.strength() + paper.grain()) / 255.;
        if (paper.blank()) {
            return new RawPicture(0, contrast);
        }
        double pixels = (double) picture.width() * picture.height();
        return new RawPicture(Ink.of(picture, paper).mass() / 255 / pixels, contrast);
    }
}
