package spotlight.grad;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.random.TorchRandom;
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

    /** A graph with most kinds of operations. */
    private static Var graph(Var x, Var y) {
        Var hidden = x.linear(y, y.sum(1), Activation.SILU);
        return hidden.plus(x.softmax().matmulNT(y)).dividedBy(y.square().mean().plus(1)).sum(0);
    }

    @Test
    void backwardIsLinearInWhatItIsGiven() {
        Var x = Var.parameter(Expect.random(1, 2, 3, 5));
        Var y = Var.parameter(Expect.random(2, 4, 5));
        Tensor first = Expect.random(3, 3, 4);
        Tensor second = Expect.random(4, 3, 4);
        graph(x, y).backward(first.times(2).plus(second.times(-3)));
        Tensor[] both = {copy(x.grad()), copy(y.grad())};
        Tensor[] sums = new Tensor[2];
        for (Tensor dy : new Tensor[] {first, second}) {
            x.clearGrad();
            y.clearGrad();
            graph(x, y).backward(dy);
            float factor = dy == first ? 2 : -3;
            sums[0] = dy == first ? x.grad().times(factor) : sums[0].plus(x.grad().times(factor));
            sums[1] = dy == first ? y.grad().times(factor) : sums[1].plus(y.grad().times(factor));
        }
        Expect.close(sums[0], both[0], 1e-5); // float32: numbers around 10 added in another order
        Expect.close(sums[1], both[1], 1e-5);
    }

    @Test
    void theGradientOfASumIsTheSumOfTheGradients() {
        Var x = Var.parameter(Expect.random(1, 2, 3, 5));
        Var y = Var.parameter(Expect.random(2, 4, 5));
        graph(x, y).sum().plus(x.tanh().sum()).backward();
        Tensor both = copy(x.grad());
        x.clearGrad();
        graph(x, y).sum().backward();
        x.tanh().sum().backward();
        Expect.close(x.grad(), both, 1e-5);
    }

    @Test
    void dropoutDrawsTheMaskOfPyTorchAndScalesWhatStays() {
        Var x = Var.parameter(Tensor.ones(100));
        boolean[] keep = new TorchRandom(7).keep(0.3, 100);
        Var y = x.dropout(0.3, new TorchRandom(7));
        y.sum().backward();
        for (int i = 0; i < 100; i++) {
            assertEquals(keep[i] ? (float) (1 / 0.7) : 0, y.value().at(i));
            assertEquals(y.value().at(i), x.grad().at(i));
        }
    }

    @Test
    void thePaddingRowOfATableGetsNoGradient() {
        Var table = Var.parameter(Expect.random(1, 4, 2));
        Var y = table.rowsPadded(2, new int[] {1, 2, 1, 3}, 2, 2);
        assertEquals(table.value().at(2, 1), y.value().at(0, 1, 1));
        y.sum().backward();
        assertArrayEquals(new float[] {0, 0, 2, 2, 0, 0, 1, 1}, table.grad().data());
    }

    @Test
    void looksLikeItsNumbers() {
        Var x = Var.constant(Expect.random(1, 2, 3));
        assertArrayEquals(new int[] {2, 3}, x.shape());
        assertEquals(3, x.size(-1));
        assertEquals(2.5f, Var.constant(Tensor.scalar(2.5f)).item());
    }

    private static Tensor copy(Tensor x) {
        return Tensor.of(x.data(), x.shape());
    }
}
