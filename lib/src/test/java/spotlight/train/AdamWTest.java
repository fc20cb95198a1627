package spotlight.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;

class AdamWTest {
    private final Var w = Var.parameter(Tensor.vector(1, 2, 4));

    @Test
    void decayLeavesTheRunningMeansAlone() {
        Optimizer adamW = new AdamW(List.of(w), 0.5).weightDecay(0.5);
        adamW.step();
        assertArrayEquals(new float[] {0.75f, 1.5f, 3}, w.value().data()); // w - lr decay w
        assertArrayEquals(new float[3], adamW.state().arrays().get("m").data());
    }

    @Test
    void decayComesBeforeTheStep() {
        w.backward(Tensor.vector(3, 3, 3));
        new AdamW(List.of(w), 0.5).weightDecay(0.5).step();
        Expect.close(Tensor.vector(0.25f, 1, 2.5f), w.value(), 1e-6);
    }

    @Test
    void withoutDecayItIsAdam() {
        Var same = Var.parameter(Tensor.vector(1, 2, 4));
        Optimizer adamW = new AdamW(List.of(w), 0.1).weightDecay(0);
        Optimizer adam = new Adam(List.of(same), 0.1);
        for (int step = 1; step < 5; step++) {
            w.backward(Tensor.vector(step, -2, 3));
            same.backward(Tensor.vector(step, -2, 3));
            adamW.step();
            adam.step();
        }
        Expect.equal(same.value(), w.value());
    }
}
