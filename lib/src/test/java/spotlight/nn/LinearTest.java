package spotlight.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

class LinearTest {
    private static final Tensor WEIGHT = Tensor.matrix(new float[] {1, 2}, new float[] {0, 1}, new float[] {3, 0});

    @Test
    void productWithTheTransposedWeightPlusBias() {
        Linear linear = new Linear(WEIGHT, Tensor.vector(10, 20, 30));
        Expect.equal(Tensor.matrix(new float[] {15, 22, 33}), linear.apply(Tensor.matrix(new float[] {1, 2})));
        assertEquals(2, linear.in());
        assertEquals(3, linear.out());
    }

    @Test
    void columnsAreTheOtherWayRound() {
        Tensor x = Expect.random(1, 4, 3);
        Tensor w = Expect.random(2, 3, 5);
        Expect.close(x.matmul(w), Linear.ofColumns(w).apply(x), 1e-6);
    }

    @Test
    void anyNumberOfLeadingDimensions() {
        Linear linear = new Linear(WEIGHT);
        Expect.equal(Tensor.vector(5, 2, 3), linear.apply(Tensor.vector(1, 2)));
        assertArrayEquals(new int[] {4, 5, 3}, linear.apply(Tensor.zeros(4, 5, 2)).shape());
    }

    @Test
    void initStaysWithinOneOverRootOfTheInputs() {
        Linear linear = Linear.init(16, 100, new TorchRandom(1));
        assertTrue(linear.weight().max() <= 0.25f && linear.weight().min() >= -0.25f);
        assertTrue(linear.weight().max() > 0.24f && linear.weight().min() < -0.24f);
        assertTrue(linear.bias().max() <= 0.25f && linear.bias().max() > 0.2f);
    }

    @Test
    void errorsNameOperandAndShape() {
        Linear linear = new Linear(WEIGHT);
        Expect.error("linear: x [4,3] and weight [3,2], the last dimension of x must be 2",
                () -> linear.apply(Tensor.zeros(4, 3)));
        Expect.error("linear: x [] and weight [3,2], the last dimension of x must be 2",
                () -> linear.apply(Tensor.scalar(1)));
        Expect.error("linear: weight [3] is not a matrix [out,in]", () -> new Linear(Tensor.zeros(3)));
        Expect.error("linear: weight [3,2] needs bias [3], got [2]", () -> new Linear(WEIGHT, Tensor.zeros(2)));
        Expect.error("transpose: tensor [3] has no two dimensions to exchange",
                () -> Linear.ofColumns(Tensor.zeros(3)));
    }
}
