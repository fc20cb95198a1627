package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.Expect;

class RowsTest {
    private static final float HIDDEN = Float.NEGATIVE_INFINITY;

    @Test
    void softmaxByHand() {
        float ln3 = (float) Math.log(3);
        Expect.close(Tensor.vector(0.25f, 0.75f), Tensor.vector(0, ln3).softmax(), 1e-7);
        Expect.close(Tensor.vector(0.25f, 0.75f).log(), Tensor.vector(0, ln3).logSoftmax(), 1e-6);
    }

    @Test
    void softmaxRowsSumToOne() {
        for (int n : Expect.AWKWARD) {
            Expect.close(Tensor.ones(3), Expect.random(n, 3, n).times(5).softmax().sum(-1), 1e-6);
        }
    }

    @Test
    void softmaxDoesNotFeelAShift() {
        Tensor x = Expect.random(1, 3, 40);
        Expect.close(x.softmax(), x.plus(64).softmax(), 1e-5); // adding 64 costs x its last 6 bits
    }

    @Test
    void softmaxSurvivesLargeScores() {
        Expect.equal(Tensor.vector(0, 1, 0), Tensor.vector(-1e30f, 1e30f, 0).softmax());
        Expect.equal(Tensor.vector(0.5f, 0.5f), Tensor.vector(3e38f, 3e38f).softmax());
        Expect.equal(Tensor.vector(-1e30f, 0), Tensor.vector(0, 1e30f).logSoftmax());
    }

    @Test
    void softmaxHidesMinusInfinity() {
        for (int n : Expect.AWKWARD) {
            Tensor x = Expect.random(n, n + 1);
            x.data()[n] = HIDDEN;
            assertEquals(0, x.softmax().at(n));
            Expect.close(x.slice(0, 0, n).softmax(), x.softmax().slice(0, 0, n), 1e-6);
        }
    }

    @Test
    void softmaxOfNothingVisibleIsNaN() {
        for (int n : Expect.AWKWARD) {
            Expect.equal(Tensor.full(Float.NaN, n), Tensor.full(HIDDEN, n).softmax());
            Expect.equal(Tensor.full(Float.NaN, n), Tensor.full(HIDDEN, n).logSoftmax());
        }
    }

    @Test
    void nanAndInfinitySpoilTheirRowOnly() {
        for (int n : Expect.AWKWARD) {
            for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
                Tensor x = Expect.random(n, 2, n);
                x.data()[n - 1] = bad;
                Tensor y = x.softmax();
                assertTrue(Float.isNaN(y.data()[n - 1]));
                assertEquals(1, y.select(0, 1).sum(), 1e-6);
            }
        }
    }

    @Test
    void softmaxAlongAnotherDimension() {
        Tensor x = Expect.random(1, 2, 5, 3);
        Expect.equal(x.transpose(1, 2).softmax().transpose(1, 2), x.softmax(1));
        Expect.close(Tensor.ones(5, 3), x.softmax(0).sum(0), 1e-6);
        Expect.close(x.softmax(0).log(), x.logSoftmax(0), 1e-6);
    }

    @Test
    void layerNormByHand() {
        Tensor x = Tensor.vector(1, 3); // mean 2, variance 1
        Expect.close(Tensor.vector(-1, 1), x.layerNorm(Tensor.ones(2), Tensor.zeros(2), 0), 1e-7);
        Expect.close(Tensor.vector(-0.5f, 0.5f), x.layerNorm(Tensor.ones(2), Tensor.zeros(2), 3), 1e-7);
        Expect.close(Tensor.vector(8, 25), x.layerNorm(Tensor.vector(2, 5), Tensor.vector(10, 20), 0), 1e-7);
    }

    @Test
    void layerNormGivesMeanZeroVarianceOneWhereverTheRowLies() {
        for (int n : Expect.AWKWARD) {
            if (n > 1) {
                Tensor x = Expect.random(n, 2, n).times(3).plus(1000);
                Tensor y = x.layerNorm(Tensor.ones(n), Tensor.zeros(n), 0);
                Expect.close(Tensor.zeros(2), y.mean(-1), 1e-5); // x has 1000 / 2^24 of rounding
                Expect.close(Tensor.ones(2), y.square().mean(-1), 1e-5);
            }
        }
    }

    @Test
    void layerNormOfAConstantRowIsTheBias() {
        for (int n : Expect.AWKWARD) {
            Tensor bias = Expect.random(n, n);
            Tensor y = Tensor.full(7, n).layerNorm(Tensor.ones(n), bias, 1e-5f);
            Expect.close(bias, y, 1e-6);
        }
    }

    @Test
    void errorsNameOperandAndShape() {
        Expect.error("softmax: tensor [] has no dimension -1", () -> Tensor.scalar(1).softmax());
        Expect.error("logSoftmax: tensor [3] has no dimension 1", () -> Tensor.zeros(3).logSoftmax(1));
        Expect.error("layerNorm: x [2,3] needs weight and bias [3], got [2] and [3]",
                () -> Tensor.zeros(2, 3).layerNorm(Tensor.ones(2), Tensor.zeros(3), 1e-5f));
    }
}
