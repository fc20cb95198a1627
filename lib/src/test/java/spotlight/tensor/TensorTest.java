package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.Expect;

class TensorTest {
    @Test
    void holdsNumbersRowByRow() {
        Tensor x = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
        assertEquals(2, x.rank());
        assertEquals(6, x.size());
        assertEquals(3, x.size(-1));
        assertArrayEquals(new int[] {2, 3}, x.shape());
        assertEquals(6, x.at(1, 2));
        assertEquals(3, x.at(0, 2));
        Expect.equal(x, Tensor.matrix(new float[] {1, 2, 3}, new float[] {4, 5, 6}));
    }

    @Test
    void factoriesFill() {
        Expect.equal(Tensor.vector(0, 0, 0), Tensor.zeros(3));
        Expect.equal(Tensor.vector(1, 1), Tensor.ones(2));
        Expect.equal(Tensor.vector(7, 7), Tensor.full(7, 2));
        Expect.equal(Tensor.vector(0, 1, 2), Tensor.arange(3));
        Expect.equal(Tensor.matrix(new float[] {1, 0}, new float[] {0, 1}), Tensor.identity(2));
        assertEquals(5, Tensor.scalar(5).item());
        assertEquals(0, Tensor.scalar(5).rank());
    }

    @Test
    void doublesAreRoundedOnce() {
        assertEquals(0.1f, Tensor.of(new double[] {0.1}, 1).item());
        assertEquals(0.1f, Tensor.matrix(new double[] {0.1}).item());
    }

    @Test
    void keepsItsOwnCopyOfDataAndShape() {
        float[] data = {1, 2};
        int[] shape = {2};
        Tensor x = Tensor.of(data, shape);
        data[0] = 9;
        shape[0] = 9;
        x.shape()[0] = 9;
        Expect.equal(Tensor.vector(1, 2), x);
    }

    @Test
    void operationsLeaveTheirOperandsAlone() {
        Tensor x = Expect.random(1, 3, 3);
        Tensor before = Tensor.of(x.data(), 3, 3);
        x.plus(x).softmax();
        x.times(2).softmax(0);
        x.matmul(x).layerNorm(Tensor.ones(3), Tensor.zeros(3), 1e-5f);
        x.transpose().gelu().square();
        Expect.equal(before, x);
    }

    @Test
    void arithmeticByHand() {
        Tensor a = Tensor.vector(6, 8);
        Tensor b = Tensor.vector(2, 4);
        Expect.equal(Tensor.vector(8, 12), a.plus(b));
        Expect.equal(Tensor.vector(4, 4), a.minus(b));
        Expect.equal(Tensor.vector(12, 32), a.times(b));
        Expect.equal(Tensor.vector(3, 2), a.dividedBy(b));
        Expect.equal(Tensor.vector(7, 9), a.plus(1));
        Expect.equal(Tensor.vector(5, 7), a.minus(1));
        Expect.equal(Tensor.vector(12, 16), a.times(2));
        Expect.equal(Tensor.vector(3, 4), a.dividedBy(2));
        Expect.equal(Tensor.vector(-6, -8), a.negate());
        Expect.equal(Tensor.vector(36, 64), a.square());
        Expect.equal(a, a.square().sqrt());
        Expect.equal(Tensor.vector(5, 7), a.map(x -> x - 1));
        assertEquals(44, a.dot(b));
    }

    @Test
    void activationsByHand() {
        Tensor x = Tensor.vector(-1, 0, 1);
        float e = (float) Math.E;
        Expect.close(Tensor.vector(1 / e, 1, e), x.exp(), 1e-7);
        Expect.close(x, x.exp().log(), 1e-7);
        Expect.close(Tensor.vector(-0.76159416f, 0, 0.76159416f), x.tanh(), 1e-7);
        Expect.close(Tensor.vector(0.26894142f, 0.5f, 0.73105858f), x.sigmoid(), 1e-7);
        Expect.equal(Tensor.vector(0, 0, 1), x.relu());
        Expect.close(Tensor.vector(-0.15865525f, 0, 0.84134475f), x.gelu(), 1e-7); // Phi(1) = 0.84134475
        Expect.close(Tensor.vector(-0.15880801f, 0, 0.84119199f), x.geluTanh(), 1e-7);
        Expect.close(Tensor.vector(-0.26894142f, 0, 0.73105858f), x.silu(), 1e-7);
    }

    @Test
    void emptyTensorsPassThrough() {
        Tensor empty = Tensor.zeros(0, 3);
        assertArrayEquals(new int[] {0, 3}, empty.plus(Tensor.ones(3)).shape());
        assertArrayEquals(new int[] {0, 3}, empty.softmax().exp().gelu().shape());
        assertArrayEquals(new int[] {0, 5}, empty.matmul(Tensor.ones(3, 5)).shape());
        assertEquals(0, empty.sum());
        assertTrue(Float.isNaN(empty.mean()));
        Expect.equal(Tensor.zeros(2, 2), Tensor.zeros(2, 0).matmul(Tensor.zeros(0, 2)));
    }

    @Test
    void closeMeansOneShapeAndNoNaN() {
        Tensor x = Tensor.vector(1, 2);
        assertTrue(x.close(Tensor.vector(1, 2.001f), 0.01));
        assertFalse(x.close(Tensor.vector(1, 2.1f), 0.01));
        assertFalse(x.close(Tensor.matrix(new float[] {1, 2}), 0.01));
        assertFalse(Tensor.vector(Float.NaN).close(Tensor.vector(Float.NaN), 1));
        assertEquals(0.5f, x.maxAbsDiff(Tensor.vector(1, 2.5f)));
        assertTrue(Float.isNaN(x.maxAbsDiff(Tensor.vector(1, Float.NaN))));
        assertEquals(0, Tensor.vector(Float.POSITIVE_INFINITY).maxAbsDiff(Tensor.vector(Float.POSITIVE_INFINITY)));
    }

    @Test
    void errorsNameOperandAndShape() {
        Tensor x = Tensor.zeros(2, 3);
        Expect.error("of: 5 numbers do not fill shape [2,3] of 6", () -> Tensor.of(new float[5], 2, 3));
        Expect.error("matrix: row 0 has 2 numbers, row 1 has 3", () -> Tensor.matrix(new float[2], new float[3]));
        Expect.error("shape [-1] has a negative dimension", () -> Tensor.zeros(-1));
        Expect.error("size: tensor [2,3] has no dimension 2", () -> x.size(2));
        Expect.error("at: index [2,0] is outside tensor [2,3]", () -> x.at(2, 0));
        Expect.error("at: index [0] is outside tensor [2,3]", () -> x.at(0));
        Expect.error("item: tensor [2,3] has 6 elements, not one", x::item);
        Expect.error("transpose: tensor [3] has no two dimensions to exchange", () -> Tensor.zeros(3).transpose());
        Expect.error("plus: a [2,3] and b [2] do not broadcast, 3 and 2 differ and neither is 1",
                () -> x.plus(Tensor.zeros(2)));
        Expect.error("maxAbsDiff: a [2,3] and b [3,2] differ in shape", () -> x.maxAbsDiff(Tensor.zeros(3, 2)));
    }
}
