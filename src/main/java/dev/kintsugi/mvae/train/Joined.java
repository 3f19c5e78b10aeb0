package dev.kintsugi.mvae.train;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/** Arrays of one shape side by side, which is taken apart again in reverse. */
final class Joined extends Operation {
    Joined(int axis, SDVariable... parts) {
        super(parts);
        addIArgument(axis);
    }

    @Override
    public String opName() {
        return "concat";
    }

    @Override
    List<SDVariable> gradients(SDVariable g) {
        int axis = Math.toIntExact(iArgs()[0]);
        return List.of(sameDiff.split(g, args().length, axis));
    }
}
