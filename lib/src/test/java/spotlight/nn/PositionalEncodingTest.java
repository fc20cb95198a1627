package spotlight.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.tensor.Tensor;

class PositionalEncodingTest {
    @Test
    void sinusoidalByHand() {
        Tensor table = PositionalEncoding.sinusoidal(2, 4); // frequencies 1 and 1/100
        Expect.equal(Tensor.vector(0, 1, 0, 1), table.select(0, 0));
        Expect.close(Tensor.vector(0.84147098f, 0.54030231f, 0.00999983f, 0.99995f), table.select(0, 1), 1e-7);
    }

    @Test
    void sinusoidalOddWidthEndsWithASine() {
        assertEquals((float) Math.sin(3 / Math.pow(10000, 2 / 3.0)), PositionalEncoding.sinusoidal(4, 3).at(3, 2));
    }

    @Test
    void sinusoidalShiftIsARotation() {
        Tensor table = PositionalEncoding.sinusoidal(60, 2);
        double c = Math.cos(7);
        double s = Math.sin(7);
        for (int p = 0; p < 50; p++) { // PE(p + 7) is PE(p) turned by 7 frequencies, whatever p
            assertEquals(table.at(p, 0) * c + table.at(p, 1) * s, table.at(p + 7, 0), 1e-6);
            assertEquals(table.at(p, 1) * c - table.at(p, 0) * s, table.at(p + 7, 1), 1e-6);
        }
    }

    @Test
    void sinusoidalKeepsItsDigitsFarOut() {
        assertEquals((float) Math.sin(100000), PositionalEncoding.sinusoidal(100001, 2).at(100000, 0));
        assertEquals((float) Math.sin(3 / Math.sqrt(50)), PositionalEncoding.sinusoidal(4, 4, 50).at(3, 2));
    }

    @Test
    void rotaryByHand() {
        Tensor x = Tensor.matrix(new float[] {1, 0}, new float[] {1, 0});
        Tensor y = PositionalEncoding.rotary(x, 0);
        Expect.equal(Tensor.vector(1, 0), y.select(0, 0));
        Expect.close(Tensor.vector(0.54030231f, 0.84147098f), y.select(0, 1), 1e-7);
    }

    @Test
    void rotaryDotProductsDependOnTheDistanceOnly() {
        Tensor q = Expect.random(1, 1, 8);
        Tensor k = Expect.random(2, 1, 8);
        float near = product(q, 5, k, 3);
        assertEquals(near, product(q, 105, k, 103), 1e-5);
        assertTrue(Math.abs(near - product(q, 5, k, 0)) > 1e-3);
    }

    private static float product(Tensor q, int qPosition, Tensor k, int kPosition) {
        return PositionalEncoding.rotary(q, qPosition).matmulNT(PositionalEncoding.rotary(k, kPosition)).item();
    }

    @Test
    void rotaryCountsPositionsInEachSequence() {
        Tensor x = Expect.random(1, 2, 3, 4, 6); // [B,H,T,K]
        Tensor y = PositionalEncoding.rotary(x, 10);
        Tensor one = x.select(0, 1).select(0, 2).slice(0, 3, 4);
        Expect.equal(PositionalEncoding.rotary(one, 13), y.select(0, 1).select(0, 2).slice(0, 3, 4));
        Expect.close(x.square().sum(-1), y.square().sum(-1), 1e-5); // lengths stay
    }

    @Test
    void alibiByHand() {
        Tensor bias = PositionalEncoding.alibi(2, 2, 3); // slopes 1/16 and 1/256; queries are tokens 1 and 2
        assertArrayEquals(new int[] {2, 2, 3}, bias.shape());
        Expect.equal(Tensor.vector(-1, 0, -1, -2, -1, 0).dividedBy(16), bias.select(0, 0).reshape(-1));
        Expect.equal(bias.select(0, 0).dividedBy(16), bias.select(0, 1));
    }

    @Test
    void errorsNameTheShape() {
        Expect.error("rotary: x [4,3] needs the form [..,T,K] with an even K",
                () -> PositionalEncoding.rotary(Tensor.zeros(4, 3), 0));
        Expect.error("rotary: x [4] needs the form [..,T,K] with an even K",
                () -> PositionalEncoding.rotary(Tensor.zeros(4), 0));
        Expect.error("alibi: 3 queries are more than 2 keys", () -> PositionalEncoding.alibi(1, 3, 2));
        Expect.error("shape [-1,4] has a negative dimension", () -> PositionalEncoding.sinusoidal(-1, 4));
    }
}
