package dev.kintsugi.mvae.train;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.internal.memory.AbstractMemoryMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The arrays of one execution of a graph, kept for the next.
 *
 * <p>A graph of fixed shapes asks for the same arrays every time. SameDiff's own cache gets few of them back and leaves
 * the rest to the garbage collector: allocating, clearing and page faults then take three times as long as the
 * operations themselves (measured). Here whatever was handed out since the last {@link #reclaim} is free again after it,
 * so memory stays what one execution needs.
 */
final class ArrayPool extends AbstractMemoryMgr {
    private final Map<LongShapeDescriptor, Deque<INDArray>> free = new HashMap<>();
    private final List<Lent> lent = new ArrayList<>();
    private int made;

    /** An array is free again for what it was asked for: some describe themselves otherwise (scalars, measured). */
    private record Lent(LongShapeDescriptor descriptor, INDArray array) {}

    @Override
    public INDArray allocate(boolean detached, DataType type, long... shape) {
        return allocate(detached, LongShapeDescriptor.fromShape(shape, type));
    }

    @Override
    public INDArray allocate(boolean detached, LongShapeDescriptor descriptor) {
        Deque<INDArray> some = free.computeIfAbsent(descriptor, any -> new ArrayDeque<>());
        INDArray array = some.isEmpty() ? make(descriptor) : some.pop();
        lent.add(new Lent(descriptor, array));
        return array;
    }

    private INDArray make(LongShapeDescriptor descriptor) {
        made++;
        return Nd4j.create(descriptor, false);
    }

    /** How many arrays were ever made. */
    int made() {
        return made;
    }

    /** Nothing: SameDiff lets go of an array as soon as no operation needs it, but not of all. */
    @Override
    public void release(INDArray array) {}

    /** Takes back everything handed out; whoever still holds an array has lost its contents. */
    void reclaim() {
        lent.forEach(each -> free.get(each.descriptor()).push(each.array()));
        lent.clear();
    }

    @Override
    public void close() {
        reclaim();
        free.values().forEach(arrays -> arrays.forEach(INDArray::close));
        free.clear();
    }
}
