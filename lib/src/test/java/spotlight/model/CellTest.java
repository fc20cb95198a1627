package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

class CellTest {
    private final Var x = Var.constant(Expect.random(1, 2, 4, 3));

    private static Weights weights(Cell cell) {
        Weights weights = new Weights();
        cell.init(3, 5, weights, new TorchRandom(1));
        return weights;
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatItLearns(Cell cell) {
        assertEquals(weights(cell).count(), cell.count(3, 5));
        assertEquals("[weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0]",
                weights(cell).all().keySet().toString());
    }

    @ParameterizedTest
    @EnumSource
    void theLastStateIsThatAfterTheLastRealToken(Cell cell) {
        Weights weights = weights(cell);
        Tensor y = cell.read(weights, x).value();
        Tensor last = cell.last(weights, x, new int[] {4, 2})[0].value();
        Expect.equal(y.select(0, 0).select(0, 3), last.select(0, 0));
        Expect.equal(y.select(0, 1).select(0, 1), last.select(0, 1));
        Expect.equal(y.select(1, -1), cell.last(weights, x, new int[] {4, 4})[0].value());
    }

    @ParameterizedTest
    @EnumSource
    void stepsGoOnFromAState(Cell cell) {
        Weights weights = weights(cell);
        Var[] state = cell.last(weights, Var.constant(x.value().slice(1, 0, 3)), new int[] {3, 3});
        Tensor last = x.value().slice(1, 3, 4);
        Tensor y = cell.read(weights, x).value().select(1, 3);
        Expect.close(y, cell.read(weights, Var.constant(last), state).value().select(1, 0), 1e-6);
        Expect.close(y, cell.step(weights, Var.constant(last.select(1, 0)), state)[0].value(), 1e-6);
    }

    @Test
    void theLargestStateWithinABudget() {
        assertEquals(7, Cell.largestHidden(hidden -> (long) hidden * hidden, 50));
        Expect.error("budget: a state of 1 number needs 1 weights, there are 0",
                () -> Cell.largestHidden(hidden -> (long) hidden * hidden, 0));
    }
}
