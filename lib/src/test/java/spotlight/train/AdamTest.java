package spotlight.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;

class AdamTest {
    private final Var w = Var.parameter(Tensor.vector(1, 2, 3));
    private final Adam adam = new Adam(List.of(w), 0.25);

    @Test
    void theFirstStepIsTheLearningRateWhateverTheGradient() {
        w.backward(Tensor.vector(100, -0.01f, 0));
        adam.step(); // m / sqrt(v) = g / |g|
        Expect.close(Tensor.vector(0.75f, 2.25f, 3), w.value(), 1e-6); // eps and float32
    }

    @Test
    void runningMeansByHand() {
        adam.betas(0.5, 0.75);
        w.backward(Tensor.vector(4, 0, 0));
        adam.step(); // m = 2, v = 4
        adam.step(); // m = 3, v = 7
        Optimizer.State state = adam.state();
        assertEquals(2, state.steps());
        assertArrayEquals(new float[] {3, 0, 0}, state.arrays().get("m").data());
        assertArrayEquals(new float[] {7, 0, 0}, state.arrays().get("v").data());
        assertEquals(0.5, w.value().at(0), 1e-6); // 3 / (1 - 1/4) = 4 = sqrt(7 / (1 - 9/16))
    }

    @Test
    void amsgradDividesByTheLargestSoFar() {
        adam.amsgrad().betas(0, 0.5);
        w.backward(Tensor.vector(8, 0, 0));
        adam.step(); // v = 32
        w.clearGrad();
        w.backward(Tensor.vector(1, 0, 0));
        adam.step(); // v = 16.5
        assertArrayEquals(new float[] {32, 0, 0}, adam.state().arrays().get("vLargest").data());
        assertArrayEquals(new float[] {16.5f, 0, 0}, adam.state().arrays().get("v").data());
        assertEquals(0.75 - 0.25 / Math.sqrt(32 / 0.75), w.value().at(0), 1e-6);
    }

    @Test
    void weightDecayIsPartOfTheGradient() {
        adam.weightDecay(0.5).step();
        Expect.close(Tensor.vector(0.05f, 0.1f, 0.15f), adam.state().arrays().get("m"), 1e-7); // 0.1 (0.5 w)
    }

    @Test
    void errors() {
        Expect.error("Adam: betas 0.9 and 1.0 are not both in [0, 1)", () -> adam.betas(0.9, 1));
        Expect.error("Adam: betas -0.1 and 0.5 are not both in [0, 1)", () -> adam.betas(-0.1, 0.5));
        Expect.error("Adam: eps -1.0 is negative or no number", () -> adam.eps(-1));
    }
}
