package dev.kintsugi.mvae.train;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A native operation whose gradient is written out here, since the one that comes with SameDiff is slow, or wrong.
 *
 * <p>All matrices have one example a row. Gradients that nobody asks for are in the graph but never computed.
 */
abstract class Operation extends DynamicCustomOp {

    Operation(SDVariable... arguments) {
        super(arguments[0].getSameDiff(), arguments);
    }

    /** The name of the native operation: a constant, for SameDiff asks for it before the constructor is through. */
    @Override
    public abstract String opName();

    abstract List<SDVariable> gradients(SDVariable gradient);

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
        return gradients(gradients.get(0));
    }

    @Override
    public List<DataType> calculateOutputDataTypes(List<DataType> inputs) {
        return List.of(inputs.get(0));
    }

    @Override
    public int getNumOutputs() {
        return 1;
    }

    /** The product of two matrices. The native gradient always computes both sides, also for data that is given. */
    static SDVariable product(SDVariable a, SDVariable b) {
        return product(a, b, false);
    }

    /** @param flipped whether the second is to be transposed first */
    static SDVariable product(SDVariable a, SDVariable b, boolean flipped) {
        return new Product(a, false, b, flipped).outputVariable();
    }

    /** A vector added to every row, as a product with ones in reverse: native sums down columns are five times slower. */
    static SDVariable biased(SDVariable rows, int count, SDVariable bias) {
        return new Bias(rows, count, bias).outputVariable();
    }

    /** {@link #biased}, and 0 for what is negative. */
    static SDVariable activated(SDVariable rows, int count, SDVariable bias, int columns) {
        return Activated.everywhere(rows, count, bias, columns).outputVariable();
    }

    /** Multiplied by constants of the same shape, or of one that is broadcast to it. */
    static SDVariable masked(SDVariable x, SDVariable constants) {
        return new Masked(x, constants).outputVariable();
    }

    /** The sum of arrays of one shape, two by two: the native operation for many is a hundred times slower (measured). */
    static SDVariable sum(SDVariable... terms) {
        SDVariable sum = terms[0];
        for (int i = 1; i < terms.length; i++) {
            sum = new Sum(sum, terms[i]).outputVariable();
        }
        return sum;
    }

    /** The same values in another shape. The native gradient computes the argument again, only to ask for its shape. */
    static SDVariable reshaped(SDVariable x, long[] from, long... to) {
        return new Reshaped(x, from, to).outputVariable();
    }

    /** Each row by moves of its values. */
    static SDVariable moved(SDVariable x, int rows, Moves moves) {
        return new Moved(x, rows, moves).outputVariable();
    }

    /** Arrays of one shape side by side. The native gradient takes five times as long. */
    static SDVariable joined(int axis, SDVariable... parts) {
        return parts.length == 1 ? parts[0] : new Joined(axis, parts).outputVariable();
    }

    /**
     * The negative Bernoulli log-likelihood of targets between 0 and 1, times a weight for each row, summed over all.
     *
     * <p>The native gradient forgets what the loss is multiplied with (M2.1).
     */
    static SDVariable bernoulli(SDVariable logits, SDVariable weights, SDVariable targets) {
        return new Bernoulli(logits, weights, targets).outputVariable();
    }

    /**
     * log sum exp of every row, in as many columns as the row has.
     *
     * <p>As the mean of x - log p under p = softmax(x), in which what is far below the greatest has no part. The native
     * log-softmax takes the logarithm of a softmax that came out as 0 and answers -∞ where a value is 104 or more below the
     * greatest; the native reduction overflows.
     */
    static SDVariable logSumExp(SDVariable x, int columns) {
        SameDiff graph = x.getSameDiff();
        SDVariable p = graph.nn().softmax(x);
        SDVariable surprise = x.sub(graph.math().log(p.add(Float.MIN_NORMAL)));
        return product(p.mul(surprise), ones(graph, columns, columns));
    }

    static SDVariable logSoftmax(SDVariable x, int columns) {
        return x.sub(logSumExp(x, columns));
    }

    static SDVariable ones(SameDiff graph, long... shape) {
        return graph.constant(Nd4j.ones(DataType.FLOAT, shape));
    }

    private static final class Product extends Operation {
        private final boolean flipA;
        private final boolean flipB;

        Product(SDVariable a, boolean flipA, SDVariable b, boolean flipB) {
            super(a, b);
            this.flipA = flipA;
            this.flipB = flipB;
            addIArgument(flipA ? 1 : 0, flipB ? 1 : 0, 0);
        }

        @Override
        public String opName() {
            return "matmul";
        }

        @Override
        List<SDVariable> gradients(SDVariable g) {
            if (flipA) {
                throw new UnsupportedOperationException("a gradient of a gradient");
            }
            Product first = new Product(g, false, arg(1), !flipB);
            Product second = flipB ? new Product(g, true, arg(0), false) : new Product(arg(0), true, g, false);
            return List.of(first.outputVariable(), second.outputVariable());
        }
    }

    private static final class Bias extends Operation {
        private final int count;

        Bias(SDVariable rows, int count, SDVariable bias) {
            super(rows, bias);
            this.count = count;
        }

        @Override
        public String opName() {
            return "biasadd";
        }

        @Override
        List<SDVariable> gradients(SDVariable g) {
            return List.of(g, product(ones(sameDiff, count), g));
        }
    }

    private static final class Masked extends Operation {
        Masked(SDVariable x, SDVariable constants) {
            super(x, constants);
        }

        @Override
        public String opName() {
            return "multiply";
        }

        @Override
        List<SDVariable> gradients(SDVariable g) {
            return Gradients.forFirst(masked(g, arg(1)), 2);
        }
    }

    private static final class Bernoulli extends Operation {
        private static final int SUMMED = 1;

        Bernoulli(SDVariable logits, SDVariable weights, SDVariable targets) {
            super(logits, weights, targets);
            addIArgument(SUMMED);
            addTArgument(0);
        }

        @Override
        public String opName() {
            return "sigm_cross_entropy_loss";
        }

        @Override
        List<SDVariable> gradients(SDVariable g) {
            SDVariable error = sameDiff.nn().sigmoid(arg(0)).sub(arg(2));
            return Gradients.forFirst(masked(error, arg(1).mul(g)), 3);
        }
    }
}
