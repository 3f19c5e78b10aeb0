package dev.kintsugi.mvae.train;

import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.config.ExecutionResult;
import org.nd4j.autodiff.samediff.config.SDValue;
import org.nd4j.autodiff.samediff.internal.FrameIter;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * Executes a graph as SameDiff does, but that another shape is a view: the native operation copies.
 *
 * <p>That is safe here, for no operation writes over its arguments, and {@link ArrayPool} takes no array back before the
 * execution is over.
 */
final class Session extends InferenceSession {
    Session(SameDiff graph, ArrayPool pool) {
        super(graph);
        setMmgr(pool);
    }

    @Override
    public ExecutionResult doExec(
            DifferentialFunction operation,
            OpContext context,
            FrameIter frame,
            Set<VarId> inputs,
            Set<VarId> iterated,
            Set<String> constants,
            Map<String, SDValue> others) {
        if (operation instanceof Reshaped reshaped) {
            INDArray view = context.getInputArray(0).reshape('c', reshaped.iArgs());
            return ExecutionResult.createFrom(operation.outputVariablesNames()[0], view);
        }
        return super.doExec(operation, context, frame, inputs, iterated, constants, others);
    }
}
