package dev.kintsugi.evaluate.judge;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.codec.image.CanonicalPicture;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.codec.image.Polarity;
import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import dev.kintsugi.dice.Dice;
import java.util.List;

/** Sees pictures: brought to the form that MNIST has, whatever they are. */
final class Sight implements Sense<Picture> {
    private static final int SIDE = 28;
    private static final Shape SHAPE =
            new Shape(SIDE, SIDE, List.of(new Shape.Convolution(5, 2, 16), new Shape.Convolution(5, 2, 32)));

    private static final double TURN = .2;
    private static final double SIZE = .12;
    private static final double SLANT = .15;
    private static final double MOVE = 1.5;
    private static final double SOFT = .3;

    private final CanonicalPicture canonical = new CanonicalPicture(SIDE, SIDE, Polarity.DETECT);

    @Override
    public String reads() {
        return "image";
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Decoded<Picture> decode(byte[] payload) {
        return Pictures.decode(payload);
    }

    @Override
    public byte[] encode(Picture picture) {
        return Pictures.png(picture);
    }

    @Override
    public void into(Picture picture, float[] values, int at) {
        canonical.into(picture, values, at);
    }

    @Override
    public Picture restored(Picture picture) {
        return canonical.of(picture);
    }

    @Override
    public boolean restoringShows() {
        return false;
    }

    @Override
    public void vary(float[] values, Dice dice, float[] varied, int at) {
        double turn = dice.between(-TURN, TURN);
        double slant = dice.between(-SLANT, SLANT);
        double across = 1 + dice.between(-SIZE, SIZE);
        double along = 1 + dice.between(-SIZE, SIZE);
        double sine = Math.sin(turn);
        double cosine = Math.cos(turn);
        new Warp(
                        across * cosine,
                        along * (slant - sine),
                        across * sine,
                        along * cosine,
                        dice.between(-MOVE, MOVE),
                        dice.between(-MOVE, MOVE))
                .apply(values, SIDE, SIDE, varied, at);
        if (dice.chance(SOFT)) {
            Blemishes.soften(varied, at, SIDE, SIDE, dice.between(0, 1));
        }
    }

    @Override
    public Examples<Picture> examples(Dataset data, String name, Split split) {
        return data.pictures(name, split);
    }
}
