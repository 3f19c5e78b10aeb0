package dev.kintsugi.mvae.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class JavaOperationTest {
    private final SameDiff graph = SameDiff.create();

    @Test
    void movesRunsAndAddsUpWhatGoesToOnePlace() {
        var moves = new Moves.Builder(2, 6, 8);
        moves.move(0, 3);
        moves.move(2, 3);
        moves.move(1, 0);
        SDVariable x = graph.var("x", Nd4j.createFromArray(new float[][] {{1, 2, 3, 4, 5, 6}, {7, 8, 9, 10, 11, 12}}));

        SDVariable moved = Operation.moved(x, 2, moves.build());

        assertThat(values(moved)).containsExactly(3, 4, 0, 0, 0, 0, 6, 8, 9, 10, 0, 0, 0, 0, 18, 20);
    }

    @Test
    void passesTheGradientOfWhatWasMovedBackToWhereItCameFrom() {
        var moves = new Moves.Builder(1, 3, 2);
        moves.move(0, 1);
        moves.move(2, 1);
        moves.move(2, 0);
        SDVariable x = graph.var("x", Nd4j.createFromArray(new float[][] {{1, 2, 3}}));
        SDVariable weights = graph.constant(Nd4j.createFromArray(new float[][] {{10}, {100}}));

        SDVariable loss = Operation.product(Operation.moved(x, 1, moves.build()), weights);

        assertThat(values(Gradients.of(loss, Set.of("x")).get("x"))).containsExactly(100, 0, 110);
    }

    /** Also of more values than go through the heap at once, and where the last piece is not full. */
    @ParameterizedTest
    @CsvSource({"3, 5", "700, 64", "8192, 1", "1, 9000", "129, 64"})
    void activatesAsAddingTheBiasAndTakingWhatIsPositiveDoes(int rows, int columns) {
        Random random = new Random(columns);
        INDArray x = Nd4j.createFromArray(drawn(random, rows * columns)).reshape(rows, columns);
        INDArray bias = Nd4j.createFromArray(drawn(random, columns));

        SDVariable activated = Operation.activated(graph.var("x", x), rows, graph.var("b", bias), columns);
        SDVariable sum = sum(activated, rows, columns);
        Map<String, SDVariable> gradients = Gradients.of(sum, Set.of("x", "b"));

        INDArray expected = Nd4j.math().max(x.addRowVector(bias), Nd4j.scalar(0f));
        assertThat(values(activated)).containsExactly(Floats.of(expected));
        INDArray positive = Nd4j.math().sign(expected);
        assertThat(values(gradients.get("x"))).containsExactly(Floats.of(positive));
        assertThat(values(gradients.get("b"))).containsExactly(Floats.of(positive.sum(0)));
    }

    @Test
    void passesTheGradientOfTheSmallestPositiveNumber() {
        SDVariable x = graph.var("x", Nd4j.createFromArray(new float[][] {{Float.MIN_VALUE, Float.MAX_VALUE, 0, -1}}));
        SDVariable none = graph.constant(Nd4j.createFromArray(new float[4]));

        SDVariable sum = sum(Operation.activated(x, 1, none, 4), 1, 4);

        assertThat(values(Gradients.of(sum, Set.of("x")).get("x"))).containsExactly(1, 1, 0, 0);
    }

    @Test
    void setsToZeroWhatAPatternThatRepeatsItselfSays() {
        SDVariable x = graph.var("x", Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}}));
        SDVariable bias = graph.constant(Nd4j.createFromArray(new float[] {1, 1}));

        SDVariable activated = new Activated(x, 4, bias, 2, new float[] {1, 0, 1, 1}).outputVariable();
        SDVariable sum = sum(activated, 4, 2);

        assertThat(values(activated)).containsExactly(2, 0, 4, 5, 6, 0, 8, 9);
        assertThat(values(Gradients.of(sum, Set.of("x")).get("x"))).containsExactly(1, 0, 1, 1, 1, 0, 1, 1);
    }

    private SDVariable sum(SDVariable matrix, int rows, int columns) {
        SDVariable down = Operation.product(Operation.ones(graph, 1, rows), matrix);
        return Operation.product(down, Operation.ones(graph, columns, 1));
    }

    private float[] values(SDVariable variable) {
        try (Plan plan = new Plan(graph, Map.of())) {
            return Floats.of(plan.execute(List.of(variable.name())).get(variable.name()));
        }
    }

    private static float[] drawn(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
