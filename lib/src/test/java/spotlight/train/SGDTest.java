package spotlight.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;

class SGDTest {
    private final Var w = Var.parameter(Tensor.vector(1, 2));

    @BeforeEach
    void gradient() {
        w.backward(Tensor.vector(4, -2));
    }

    @Test
    void againstTheGradientByTheLearningRate() {
        new SGD(List.of(w), 0.5).step();
        assertArrayEquals(new float[] {1 - 0.5f * 4, 2 + 0.5f * 2}, w.value().data());
    }

    @Test
    void momentumAddsUpDirections() {
        SGD sgd = new SGD(List.of(w), 0.5).momentum(0.5);
        sgd.step(); // directions 4, -2
        sgd.step(); // 6, -3
        assertArrayEquals(new float[] {1 - 0.5f * 10, 2 + 0.5f * 5}, w.value().data());
        assertArrayEquals(new float[] {6, -3}, sgd.state().arrays().get("direction").data());
    }

    @Test
    void weightDecayIsPartOfTheGradient() {
        new SGD(List.of(w), 0.5).weightDecay(0.25).step(); // gradients 4.25, -1.5
        assertArrayEquals(new float[] {1 - 0.5f * 4.25f, 2 + 0.5f * 1.5f}, w.value().data());
    }

    @Test
    void withoutGradientNothingMoves() {
        SGD sgd = new SGD(List.of(w), 0.5);
        sgd.clearGrad();
        sgd.step();
        assertArrayEquals(new float[] {1, 2}, w.value().data());
    }

    @Test
    void errors() {
        Expect.error("SGD: momentum 1.0 is outside [0, 1)", () -> new SGD(List.of(w), 1).momentum(1));
        assertEquals(0, new SGD(List.of(w), 1).momentum(0).state().arrays().size());
    }
}
