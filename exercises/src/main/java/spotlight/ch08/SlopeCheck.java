package spotlight.ch08;

import static spotlight.check.Check.todo;

import java.util.function.ToDoubleFunction;

/**
 * Exercise 8.3, build it, then predict: the check that every gradient has to pass.
 *
 * <p>The slope of the loss for the number x_i is measured, without any calculus, by moving it up and down:
 *
 * <pre>{@code
 *   slope_i = (loss(x_i + h) - loss(x_i - h)) / ((x_i + h) - (x_i - h))
 * }</pre>
 *
 * all other numbers staying where they are. The divisor is 2h on paper. In float32 it is not: with x = 1000 the
 * neighbours of a number are 0.00006 apart, so x + h is rounded, and the distance of the two numbers that the loss
 * really saw has to be used, computed in double.
 *
 * <pre>{@code
 *   loss(x) = x0^2 + 3 x1,  x = [2, 5],  h = 0.5:
 *   slope_0 = (6.25 + 15 - 2.25 - 15) / (2.5 - 1.5) = 4        slope_1 = (4 + 16.5 - 4 - 13.5) / (5.5 - 4.5) = 3
 * }</pre>
 */
public final class SlopeCheck {
    private SlopeCheck() {
    }

    /**
     * The measured slopes.
     *
     * @param loss computed from the numbers in the array; it reads them anew each time
     * @param x    moved one by one, and as before at the end
     * @param h    how far
     * @return a slope for each number
     */
    public static float[] slopes(ToDoubleFunction<float[]> loss, float[] x, float h) {
        return todo("8.3");
    }

    /**
     * How far a gradient is from the measured slopes: the largest absolute difference, as a share of the largest
     * absolute slope if that is more than 1. Neither an entry near 0 nor a NaN may fool it.
     *
     * @return 0 if they agree; NaN or infinity if a number is NaN
     */
    public static double disagreement(float[] grad, float[] slopes) {
        return todo("8.3");
    }

    /**
     * Your prediction: a step h for numbers and losses of size 1 that are computed in float32, about seven digits. If h
     * is too large, the curve bends between the two points; if it is too small, the two losses agree in nearly all their
     * digits and what is left is rounding. The test measures what your h is worth.
     */
    public static float step() {
        return todo("8.3");
    }
}
