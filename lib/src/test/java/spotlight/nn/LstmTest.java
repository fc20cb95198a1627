package spotlight.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.GradCheck;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

class LstmTest {
    private static final Var INPUT = Var.constant(Tensor.matrix(new float[] {2}));
    private static final Lstm.State STATE = new Lstm.State(Var.constant(Tensor.matrix(new float[] {0.5f})),
            Var.constant(Tensor.matrix(new float[] {-0.75f})));

    /** One input, one state; the weights of i, f, g and o. */
    private static Lstm lstm(float[] ih, float[] hh, float[] biasIh, float[] biasHh) {
        return new Lstm(Var.parameter(Tensor.of(ih, 4, 1)), Var.parameter(Tensor.of(hh, 4, 1)),
                Var.parameter(Tensor.of(biasIh, 4)), Var.parameter(Tensor.of(biasHh, 4)));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Test
    void oneTokenByTheFormula() {
        Lstm lstm = lstm(new float[] {0.5f, -0.25f, 1, 0.3f}, new float[] {1, 2, 3, 4},
                new float[] {0.1f, 0.2f, 0.3f, 0.4f}, new float[] {0.5f, 0.6f, 0.7f, 0.8f});
        double i = sigmoid(0.5 * 2 + 0.1 + 1 * 0.5 + 0.5);
        double f = sigmoid(-0.25 * 2 + 0.2 + 2 * 0.5 + 0.6);
        double g = Math.tanh(1 * 2 + 0.3 + 3 * 0.5 + 0.7);
        double o = sigmoid(0.3 * 2 + 0.4 + 4 * 0.5 + 0.8);
        double c = f * -0.75 + i * g;
        Lstm.State next = lstm.step(INPUT, STATE);
        assertEquals(c, next.c().item(), 1e-6);
        assertEquals(o * Math.tanh(c), next.h().item(), 1e-6);
    }

    @Test
    void anOpenForgetGateKeepsTheCell() {
        Lstm lstm = lstm(new float[4], new float[4], new float[] {-200, 200, 0, 200}, new float[4]); // i = 0, f = 1
        assertEquals(-0.75f, lstm.step(INPUT, STATE).c().item());
    }

    @Test
    void gradientsReachTheCellToo() {
        Lstm lstm = Lstm.init(2, 3, new TorchRandom(1));
        Var x = Var.parameter(Expect.random(1, 2, 4, 2));
        Var h = Var.parameter(Expect.random(2, 2, 3));
        Var c = Var.parameter(Expect.random(3, 2, 3));
        Map<String, Var> all = new LinkedHashMap<>(Map.of("x", x, "h", h, "c", c));
        GradCheck.check(() -> lstm.apply(x, new Lstm.State(h, c)).last().c(), all);
    }
}
