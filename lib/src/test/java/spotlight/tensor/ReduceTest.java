package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.Expect;

class ReduceTest {
    private static final Tensor X = Tensor.matrix(new float[] {1, 5, 3}, new float[] {4, 2, 6});

    @Test
    void overEverything() {
        assertEquals(21, X.sum());
        assertEquals(3.5f, X.mean());
        assertEquals(6, X.max());
        assertEquals(1, X.min());
    }

    @Test
    void alongOneDimension() {
        Expect.equal(Tensor.vector(5, 7, 9), X.sum(0));
        Expect.equal(Tensor.vector(9, 12), X.sum(-1));
        Expect.equal(Tensor.vector(3, 4), X.mean(1));
        Expect.equal(Tensor.vector(4, 5, 6), X.max(0));
        Expect.equal(Tensor.vector(5, 6), X.max(1));
        Expect.equal(Tensor.scalar(3), Tensor.vector(1, 2).sum(0));
    }

    @Test
    void theMiddleDimensionToo() {
        Tensor x = Expect.random(1, 3, 4, 5);
        Expect.close(x.transpose(1, 2).sum(2), x.sum(1), 1e-6);
        Expect.equal(x.transpose(1, 2).max(2), x.max(1));
    }

    @Test
    void argmaxTakesTheFirstOfEquals() {
        assertArrayEquals(new int[] {1, 2}, X.argmax());
        assertArrayEquals(new int[] {0}, Tensor.vector(3, 3).argmax());
        assertArrayEquals(new int[] {0}, Tensor.vector(-0f, 0f).argmax());
        assertArrayEquals(new int[] {1}, Tensor.vector(3, Float.NaN, 9).argmax());
    }

    @Test
    void nanShows() {
        Tensor x = Tensor.vector(1, Float.NaN, 3);
        assertTrue(Float.isNaN(x.sum()) && Float.isNaN(x.max()) && Float.isNaN(x.min()));
        assertTrue(Float.isNaN(x.max(0).item()));
    }

    @Test
    void manySmallNumbersAreNotLost() {
        assertEquals(16777218f, Tensor.concat(0, Tensor.vector(16777216), Tensor.ones(2)).sum()); // 2^24 + 1 + 1
    }

    @Test
    void emptyIsNoExtreme() {
        Expect.equal(Tensor.zeros(3), Tensor.zeros(0, 3).sum(0));
        Expect.error("max: tensor [0,3] is empty", () -> Tensor.zeros(0, 3).max());
        Expect.error("min: tensor [0,3] is empty", () -> Tensor.zeros(0, 3).min());
        Expect.error("max: dimension 0 of tensor [0,3] is empty", () -> Tensor.zeros(0, 3).max(0));
        Expect.error("argmax: the rows of tensor [3,0] are empty", () -> Tensor.zeros(3, 0).argmax());
        Expect.error("mean: tensor [2,3] has no dimension 2", () -> X.mean(2));
    }
}
