package spotlight.nn;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;

class GruTest {
    private static final Var STATE = Var.constant(Tensor.matrix(new float[] {0.5f}));
    private static final Var INPUT = Var.constant(Tensor.matrix(new float[] {2}));

    /** One input, one state; the weights of r, z and n. */
    private static Gru gru(float[] ih, float[] hh, float[] biasIh, float[] biasHh) {
        return new Gru(Var.parameter(Tensor.of(ih, 3, 1)), Var.parameter(Tensor.of(hh, 3, 1)),
                Var.parameter(Tensor.of(biasIh, 3)), Var.parameter(Tensor.of(biasHh, 3)));
    }

    private static Tensor number(double x) {
        return Tensor.of(new double[] {x}, 1, 1);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Test
    void oneTokenByTheFormula() {
        Gru gru = gru(new float[] {0.5f, -0.25f, 1}, new float[] {1, 2, 3}, new float[] {0.1f, 0.2f, 0.3f},
                new float[] {0.4f, 0.5f, 0.6f});
        double r = sigmoid(0.5 * 2 + 0.1 + 1 * 0.5 + 0.4);
        double z = sigmoid(-0.25 * 2 + 0.2 + 2 * 0.5 + 0.5);
        double n = Math.tanh(1 * 2 + 0.3 + r * (3 * 0.5 + 0.6)); // r reads the state after its product
        Expect.close(number((1 - z) * n + z * 0.5), gru.step(INPUT, STATE).value(), 1e-6);
    }

    @Test
    void aClosedGateKeepsTheState() {
        Gru gru = gru(new float[3], new float[3], new float[] {0, 100, 9}, new float[3]); // z = 1
        Expect.equal(STATE.value(), gru.step(INPUT, STATE).value());
    }
}
