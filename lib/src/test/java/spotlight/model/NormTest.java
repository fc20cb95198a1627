package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.GradCheck;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;

class NormTest {
    private static final Var ONES = Var.constant(Tensor.ones(4));
    private static final Var ZEROS = Var.constant(Tensor.zeros(4));
    private static final float EPS = 1e-5f;

    private static Tensor apply(Norm norm, Tensor x) {
        return norm.apply(Var.constant(x), ONES, ZEROS, EPS).value();
    }

    @Test
    void bothAreNearlyTheSameForVectorsOfSomeSize() {
        Tensor x = Expect.random(1, 5, 4);
        assertEquals(0, apply(Norm.LAYER_NORM, x).maxAbsDiff(apply(Norm.STD_PLUS_EPS, x)), 1e-4); // eps and a bit
    }

    @Test
    void theyDifferByFactorsForSmallVectors() {
        Tensor x = Tensor.matrix(new float[][] {{1e-3f, -1e-3f, 1e-3f, -1e-3f}}); // std 1e-3
        assertEquals(1e-3 / Math.sqrt(1e-6 + 1e-5), apply(Norm.LAYER_NORM, x).at(0, 0), 1e-5);
        assertEquals(1e-3 / (1e-3 + 1e-5), apply(Norm.STD_PLUS_EPS, x).at(0, 0), 1e-5); // 3.3 times as much
    }

    @Test
    void weightAndBiasComeLast() {
        Tensor x = Expect.random(1, 5, 4);
        Var twice = Var.constant(Tensor.full(2, 4));
        Tensor y = Norm.STD_PLUS_EPS.apply(Var.constant(x), twice, ONES, EPS).value();
        Expect.close(apply(Norm.STD_PLUS_EPS, x).times(2).plus(1), y, 1e-6);
    }

    @Test
    void gradientsOfTheVariant() {
        Var x = Var.parameter(Expect.random(2, 3, 4));
        Var weight = Var.parameter(Expect.random(3, 4));
        Var bias = Var.parameter(Expect.random(4, 4));
        Var g = Var.constant(Expect.random(5, 3, 4));
        GradCheck.check(() -> Norm.STD_PLUS_EPS.apply(x, weight, bias, EPS).times(g).sum(), x, weight, bias);
    }
}
