package spotlight.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;

class ClipTest {
    private final Var a = Var.parameter(Tensor.zeros(2));
    private final Var b = Var.parameter(Tensor.zeros(1));
    private final List<Var> params = List.of(a, b);

    private void gradients(float a0, float a1, float b0) {
        a.backward(Tensor.vector(a0, a1));
        b.backward(Tensor.vector(b0));
    }

    @Test
    void allGradientsShrinkByOneFactor() {
        gradients(2, 3, 6);
        assertEquals(7, Clip.globalNorm(params, 3.5)); // 4 + 9 + 36
        Expect.close(Tensor.vector(1, 1.5f), a.grad(), 1e-6);
        Expect.close(Tensor.vector(3), b.grad(), 1e-6);
    }

    @Test
    void shortOnesStayAsTheyAre() {
        gradients(2, 3, 6);
        assertEquals(7, Clip.globalNorm(params, 7.5));
        assertArrayEquals(new float[] {2, 3}, a.grad().data());
        a.clearGrad();
        b.clearGrad();
        assertEquals(0, Clip.globalNorm(params, 1), "no gradient at all");
    }

    @Test
    void whatIsNoNumberIsSeenInTheNorm() {
        gradients(1, Float.NaN, 2);
        assertEquals(Float.NaN, Clip.globalNorm(params, 1));
        assertArrayEquals(new float[] {Float.NaN}, b.grad().data());
    }

    @Test
    void squaresAreAddedUpBeyondFloat32() {
        gradients(3e30f, 0, 4e30f);
        assertEquals(5e30f, Clip.globalNorm(params, 1));
        Expect.close(Tensor.vector(0.6f, 0), a.grad(), 1e-6);
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        List<Var> many = new ArrayList<>();
        for (int size : Expect.AWKWARD) {
            Var w = Var.parameter(Tensor.zeros(size));
            w.backward(Expect.random(size, size));
            many.add(w);
        }
        float alone;
        try (Workers.Scope scope = Workers.use(1)) {
            alone = Clip.globalNorm(many, 1e9);
        }
        try (Workers.Scope scope = Workers.use(3)) {
            assertEquals(alone, Clip.globalNorm(many, 1e9));
        }
    }

    @Test
    void theLimitIsPositive() {
        Expect.error("clip: limit 0.0 is not positive", () -> Clip.globalNorm(params, 0));
        Expect.error("clip: limit NaN is not positive", () -> Clip.globalNorm(params, Double.NaN));
    }
}
