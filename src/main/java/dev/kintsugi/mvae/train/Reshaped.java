package dev.kintsugi.mvae.train;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/** The same values in another shape, both known beforehand. */
final class Reshaped extends Operation {
    private final long[] from;

    Reshaped(SDVariable x, long[] from, long... to) {
        super(x);
        this.from = from;
        addIArgument(to);
    }

    @Override
    public String opName() {
        return "reshape";
    }

    @Override
    List<SDVariable> gradients(SDVariable g) {
        return List.of(new Reshaped(g, iArgs(), from).outputVariable());
    }
}
