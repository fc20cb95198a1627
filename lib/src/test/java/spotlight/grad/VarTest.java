package spotlight.grad;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.tensor.Buffers;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;

class VarTest {
    private final Var w = Var.parameter(Tensor.vector(3, 4));

    @Test
    void theSlopeOfASquareIsTwiceTheNumber() {
        w.times(w).sum().backward();
        assertArrayEquals(new float[] {6, 8}, w.grad().data());
    }

    @Test
    void gradientsAddUpUntilTheyAreCleared() {
        Var loss = w.times(w).sum();
        loss.backward();
        loss.backward();
        w.sum().backward();
        assertArrayEquals(new float[] {13, 17}, w.grad().data());
        w.clearGrad();
        assertArrayEquals(new float[] {0, 0}, w.grad().data());
    }

    @Test
    void aValueUsedInManyWaysGetsTheSumOfItsGradients() {
        Var a = w.plus(w); // 2w, read three times
        a.plus(a).plus(a.times(a)).sum().backward(); // 4w + 4w^2
        assertArrayEquals(new float[] {4 + 8 * 3, 4 + 8 * 4}, w.grad().data());
    }

    @Test
    void aGraphAHundredThousandOperationsDeepIsNoTrouble() {
        Var y = w;
        for (int i = 0; i < 100_000; i++) {
            y = y.plus(w);
        }
        y.sum().backward();
        assertArrayEquals(new float[] {100_001, 100_001}, w.grad().data());
    }

    @Test
    void noGradRemembersNothing() {
        try (Var.Scope off = Var.noGrad()) {
            assertFalse(w.times(w).tracked());
        }
        assertTrue(w.times(w).tracked());
        assertFalse(Var.constant(Tensor.ones(2)).plus(Var.constant(Tensor.ones(2))).tracked());
    }

    @Test
    void recycledMemoryChangesNoGradient() {
        Var m = Var.parameter(Tensor.arange(6).reshape(2, 3));
        for (int step = 0; step < 3; step++) {
            m.clearGrad();
            w.clearGrad();
            try (Buffers.Scope scope = Buffers.recyclePoisoned()) {
                Var row = Var.constant(Tensor.ones(1, 2)).times(w); // [1,2]
                Var y = row.matmul(m); // [1,3]
                Var loss = y.plus(y).times(y).plus(y).sum(); // 2y^2 + y
                loss.backward();
                assertEquals(2 * (144 + 361 + 676) + 57, loss.item());
            }
            assertArrayEquals(new float[] {3 * 49, 3 * 77, 3 * 105, 4 * 49, 4 * 77, 4 * 105}, m.grad().data());
            assertArrayEquals(new float[] {77 + 2 * 105, 3 * 49 + 4 * 77 + 5 * 105}, w.grad().data());
        }
        Buffers.clear();
    }

    @Test
    void eachWorkerHasItsOwnGradientAndTheyAreGatheredInOrder() {
        try (Workers.Scope scope = Workers.use(3)) {
            Workers.run(3, i -> w.times(i + 1).sum().backward());
            assertArrayEquals(new float[] {1, 1}, w.grad().data());
            w.gatherGrad();
            assertArrayEquals(new float[] {6, 6}, w.grad().data());
        }
    }

    @Test
    void onlyASingleNumberHasAGradientOfItsOwn() {
        assertEquals("backward: [2] is not a single number; a loss is, or give the gradient of this value",
                assertThrows(IllegalArgumentException.class, w::backward).getMessage());
        assertEquals("backward: value [2] and its gradient [3] differ in shape",
                assertThrows(IllegalArgumentException.class, () -> w.backward(Tensor.ones(3))).getMessage());
        w.backward(Tensor.vector(5, 7));
        assertArrayEquals(new float[] {5, 7}, w.grad().data());
    }
}
