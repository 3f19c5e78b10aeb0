package dev.kintsugi.mvae.train;

import java.nio.FloatBuffer;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * An operation that {@link Plan} executes in Java, where natively it would be several, each of them once through memory.
 *
 * <p>It takes a piece that fits the processor's cache to the heap, where loops become vector instructions, and puts back
 * what comes of it.
 */
abstract class JavaOperation extends Operation {

    JavaOperation(SDVariable... arguments) {
        super(arguments);
    }

    /** Of what comes out. */
    abstract long[] shape();

    /** @param inputs whole, in row order, as is the output; executions read and write them by absolute places */
    abstract Runnable execution(List<FloatBuffer> inputs, FloatBuffer output);
}
