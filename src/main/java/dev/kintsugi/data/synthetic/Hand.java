package dev.kintsugi.data.synthetic;

import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.data.synthetic.Script.Glyph;
import dev.kintsugi.dice.Dice;
import java.util.List;

/**
 * A hand that writes digits of a script, each time a little differently.
 *
 * <p>A digit goes through the steps that make handwriting vary: which way of writing it (glyph), where the points come
 * to lie (jitter), a smooth warp of the paper, then slant, turn and proportion, and last the pen. As MNIST's makers
 * did, it is fitted into 20×20 pixels and its ink is centred in 28×28.
 */
final class Hand {
    private static final int SIDE = 28;
    private static final double BOX = 20;

    private final Script script;

    Hand(Script script) {
        this.script = script;
    }

    Picture write(int digit, Dice dice) {
        Trace trace = new Trace();
        double unsteady = dice.between(.01, .036);
        for (Stroke stroke : pick(script.digits().get(digit), dice).strokes()) {
            trace.draw(jittered(stroke, unsteady, dice), dice);
        }
        warp(trace, dice);
        incline(trace, dice);
        // Squared, so that thin pens are more common than thick ones.
        double thick = dice.between(0, 1) * dice.between(.3, 1);
        double radius = script.thinnest() + (script.thickest() - script.thinnest()) * thick;
        fit(trace, radius, BOX * dice.between(.92, 1));
        return new Picture(SIDE, SIDE, Ink.on(SIDE, trace, radius, dice.between(.85, 1.25)));
    }

    private static Glyph pick(List<Glyph> glyphs, Dice dice) {
        int left = dice.below(glyphs.stream().mapToInt(Glyph::weight).sum());
        for (Glyph glyph : glyphs) {
            left -= glyph.weight();
            if (left < 0) {
                return glyph;
            }
        }
        throw new AssertionError("the weights add up to more than " + left);
    }

    /** Moves each stroke a little as a whole, its points more, and its free ends most. */
    private static Stroke jittered(Stroke stroke, double unsteady, Dice dice) {
        double[] x = stroke.x().clone();
        double[] y = stroke.y().clone();
        double aside = dice.bell() * unsteady * .7;
        double down = dice.bell() * unsteady * .7;
        for (int i = 0; i < x.length; i++) {
            double loose = i == 0 || i == x.length - 1 ? 1.5 * unsteady : unsteady;
            x[i] += aside + dice.bell() * loose;
            y[i] += down + dice.bell() * loose;
        }
        return new Stroke(x, y, stroke.corner());
    }

    /** Shifts every point by two slow waves across the paper, one for each direction. */
    private void warp(Trace trace, Dice dice) {
        double[] wave = new double[8];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = i % 4 == 0 ? script.loose() * dice.between(.01, .06) : dice.between(-4.5, 4.5);
        }
        for (int i = 0; i < trace.length; i++) {
            double x = trace.x[i];
            double y = trace.y[i];
            trace.x[i] += wave[0] * StrictMath.sin(wave[1] * x + wave[2] * y + wave[3]);
            trace.y[i] += wave[4] * StrictMath.sin(wave[5] * x + wave[6] * y + wave[7]);
        }
    }

    /** Slants, turns and stretches. */
    private void incline(Trace trace, Dice dice) {
        double slant = script.lean() + .16 * script.loose() * dice.bell();
        double wide = script.width() * Math.max(.4, 1 + .14 * script.loose() * dice.bell());
        double turn = .07 * dice.bell();
        for (int i = 0; i < trace.length; i++) {
            double x = wide * trace.x[i] - slant * (trace.y[i] - .5);
            double y = trace.y[i];
            trace.x[i] = x - turn * y;
            trace.y[i] = y + turn * x;
        }
    }

    /**
     * Scales into the box, pen and all, and puts the centre of the ink into the middle of the picture, to within a
     * pixel: ink that crosses itself counts twice here.
     */
    private static void fit(Trace trace, double radius, double box) {
        double scale = (box - 2 * radius) / Math.max(trace.span(trace.x), trace.span(trace.y));
        double centreX = trace.centre(trace.x);
        double centreY = trace.centre(trace.y);
        for (int i = 0; i < trace.length; i++) {
            trace.x[i] = (trace.x[i] - centreX) * scale + SIDE / 2.0;
            trace.y[i] = (trace.y[i] - centreY) * scale + SIDE / 2.0;
        }
    }
}
