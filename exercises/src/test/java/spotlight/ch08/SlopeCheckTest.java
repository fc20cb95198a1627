package spotlight.ch08;

import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("8.3 The gradient check")
@Tag("ch08")
class SlopeCheckTest {
    /** x0^2 + 3 x1 + x0 x2, the last with the third number if there is one. */
    private static final ToDoubleFunction<float[]> LOSS = x -> (double) x[0] * x[0] + 3.0 * x[1]
            + (x.length > 2 ? (double) x[0] * x[2] : 0);
    private static final double GOOD = 1e-3;

    @ParameterizedTest
    @ValueSource(floats = {0.5f, 0.125f})
    @Points(value = 2, hint = "Both losses, up and down, with all other numbers as they were.")
    void slopesOfAnExample(float h) {
        Verify.that("slopes of x0^2 + 3 x1 at [2, 5], h = " + h, SlopeCheck.slopes(LOSS, new float[] {2, 5}, h))
                .suspect(() -> Tensor.vector(4 + h, 3), "only one side is moved: loss(x + h) - loss(x) lets the bend "
                        + "of the curve in, loss(x + h) - loss(x - h) cancels it")
                .suspect(() -> Tensor.vector(4 - h, 3), "only one side is moved: from x - h to x; both belong to it")
                .suspect(() -> Tensor.vector(8, 6), "twice the slope: from x - h to x + h are two steps of h")
                .suspect(() -> Tensor.vector(8 * h, 6 * h), "this is the change of the loss: divide by the distance")
                .suspect(() -> Tensor.vector(-4, -3), "the sign is wrong: up minus down")
                .equalTo(Tensor.vector(4, 3));
        slopesOfThree(h);
    }

    private static void slopesOfThree(float h) {
        float[] x = {2, 5, -3};
        float[] slopes = SlopeCheck.slopes(LOSS, x, h);
        Verify.fact(x[0] == 2 && x[1] == 5 && x[2] == -3, "x is not as before: put each number back, or the slopes of "
                + "the next ones are measured at another place");
        Verify.that("slopes of x0^2 + 3 x1 + x0 x2 at [2, 5, -3]", slopes).equalTo(Tensor.vector(1, 3, 2));
    }

    @Test
    @Points(value = 1, hint = "(double) up - down, with up and down as the floats that went into the array.")
    void theStepThatFloat32Takes() {
        float[] x = {1000, 1000};
        float up = 1000 + 1e-3f;
        float down = 1000 - 1e-3f;
        Verify.that("slopes of 2 x0 - x1 at [1000, 1000], h = 0.001",
                SlopeCheck.slopes(numbers -> 2.0 * numbers[0] - numbers[1], x, 1e-3f))
                .suspect(() -> Tensor.vector(1, -0.5f).times((up - down) / 1e-3f),
                        "divided by 2h, but x + h was rounded: the two numbers are " + (up - down)
                                + " apart, not 0.002")
                .equalTo(Tensor.vector(2, -1));
    }

    @Test
    @Points(value = 2, hint = "The largest |grad - slope|, divided by the largest |slope| if that is above 1.")
    void disagreementIsTheWorstEntry() {
        float[] slopes = {0.5f, -8, 0, 2};
        disagreement("equal", slopes.clone(), slopes, 0);
        disagreement("one entry 4 too small", new float[] {0.5f, -12, 0, 2}, slopes, 0.5);
        disagreement("0.004 where the slope is 0", new float[] {0.5f, -8, 0.004f, 2}, slopes, 0.0005);
        disagreement("small slopes", new float[] {0.1f, 0.3f}, new float[] {0.1f, 0.1f}, 0.2);
        double nan = SlopeCheck.disagreement(new float[] {0.5f, Float.NaN, 0, 2}, slopes);
        Verify.fact(Double.isNaN(nan) || nan == Double.POSITIVE_INFINITY, "a gradient with a NaN gets " + nan
                + ": every comparison with NaN is false, so that it slips through an if; Math.max keeps it");
    }

    @Test
    @Points(value = 1, hint = "Between the bend of the curve (h^2) and rounding (0.0000001 / h): look at the V.")
    void theStepIsGood() {
        float h = SlopeCheck.step();
        double error = error(h);
        Verify.fact(error < GOOD, "h = " + h + " gives slopes that are off by up to " + String.format("%.2g", error)
                + (h < 1e-3
                        ? ": too small, the two losses agree in nearly all digits and the rest is rounding"
                        : ": too large, the curve bends between the two points"));
    }

    private static void disagreement(String what, float[] grad, float[] slopes, double expected) {
        double largest = Math.max(1, Tensor.vector(slopes).map(Math::abs).max());
        Verify.that("disagreement, " + what, SlopeCheck.disagreement(grad, slopes))
                .suspect(() -> 0, "differences below 0 count as well: take the absolute value")
                .suspect(() -> expected * largest, "not divided by the largest absolute slope, here " + largest)
                .suspect(() -> 2 * expected, "divided by the largest slope, which is 0.1: only if it is above 1")
                .suspectIf(worst -> Double.isNaN(worst) || worst > 1000 * expected, "an entry near 0 decides: divide "
                        + "by the largest slope of all, not by that of the entry")
                .suspectIf(worst -> worst > 0 && worst < expected, "smaller than the worst entry: is it a mean?")
                .equalTo(expected);
    }

    /** The largest error of the central difference for 1 + tanh(x), computed in float32. */
    private static double error(float h) {
        double worst = 0;
        for (double number : new NumpyRandom(84).randn(10)) {
            float x = (float) number;
            float up = x + h;
            float down = x - h;
            double tanh = StrictMath.tanh(x);
            double slope = (inFloat(up) - inFloat(down)) / ((double) up - down); // 0 / 0 is NaN and fails, too
            worst = Math.max(worst, Math.abs(slope - (1 - tanh * tanh)));
        }
        return worst;
    }

    private static double inFloat(float x) {
        return 1 + (float) StrictMath.tanh(x);
    }
}
