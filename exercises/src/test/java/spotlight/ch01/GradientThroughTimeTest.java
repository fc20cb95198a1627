package spotlight.ch01;

import java.util.Arrays;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;

@Exercise("1.4 The gradient through time")
@Tag("ch01")
class GradientThroughTimeTest {
    @Test
    @Points(value = 1, hint = "One factor for each token, taken at the state after it; multiply them.")
    void theExampleOfTheTask() {
        double[] states = {0.5, 0.60436778, 0.48173515, 0.70545724};
        Verify.that("gradient of the example", GradientThroughTime.gradient(1.2, states)).equalTo(0.423108);
    }

    @ParameterizedTest
    @CsvSource({"0.9,1", "1.2,4", "-0.7,3", "2,6", "1.5,0"})
    @Points(value = 2, hint = "h_0 has no factor of its own: the first one is taken at h_1.")
    void asMeasuredByAVerySmallChange(double w, int tokens) {
        double[] x = new NumpyRandom(14).randn(tokens);
        double small = 1e-6;
        double measured = (last(w, 0.3 + small, x) - last(w, 0.3 - small, x)) / (2 * small);
        double[] h = states(w, 0.3, x);
        Verify.that("gradient of " + tokens + " tokens with w = " + w, GradientThroughTime.gradient(w, h.clone()))
                .suspect(() -> product(w, Arrays.copyOf(h, tokens)),
                        "the slope of tanh is taken at the state before each token: it is 1 - h_t^2 of the new one")
                .suspect(() -> product(w, h),
                        "there is a factor for h_0 too many: T tokens give T factors, from h_1 on")
                .suspect(() -> Math.pow(w, tokens), "the slope of tanh is missing: each factor is w (1 - h_t^2)")
                .suspect(() -> measured / Math.pow(w, tokens), "the weight is missing: each factor is w (1 - h_t^2)")
                .suspect(() -> Arrays.stream(h).skip(1).map(each -> w * (1 - each)).reduce(1, (a, b) -> a * b),
                        "the slope of tanh is 1 - h^2: the square is missing")
                .suspect(() -> Arrays.stream(h).skip(1).map(each -> w * (1 - each * each)).sum(),
                        "the factors are added: the chain rule multiplies them")
                .equalTo(measured, 1e-5);
    }

    @ParameterizedTest
    @CsvSource({"8,0.05,4", "1,0.9,101", "3,1.1,11", "0.2,0.5,2"})
    @Points(value = 2, hint = "n lengths have n - 1 steps between them; undo the power with a root.")
    void theFactorOfALine(double first, double factor, int count) {
        double[] lengths = new double[count];
        Arrays.setAll(lengths, k -> first * Math.pow(factor, k));
        Verify.that("factorPerToken of " + count + " lengths", GradientThroughTime.factorPerToken(lengths.clone()))
                .suspect(() -> Math.pow(lengths[count - 1] / first, 1.0 / count),
                        "divided by the number of lengths: between n lengths there are n - 1 tokens")
                .suspect(() -> Math.pow(first / lengths[count - 1], 1.0 / (count - 1)),
                        "upside down: this is by how much it grows on the way back, the last goes above the first")
                .suspect(() -> lengths[count - 1] / first, "this is the factor of all tokens together: take the root")
                .suspect(() -> Math.pow(lengths[count - 1], 1.0 / (count - 1)),
                        "the first length is missing: only the ratio of both counts")
                .suspect(() -> lengths[count - 1] / first / (count - 1),
                        "divided by the number of tokens: factors multiply, so take the root instead")
                .suspectIf(value -> value == 1,
                        "a power of 0: 1 / (n - 1) is a whole number in Java, write 1.0 / (n - 1)")
                .equalTo(factor);
    }

    @Test
    @Points(value = 1, hint = "factor^tokens = 0.5; the logarithm brings the exponent down.")
    void halfIsLeftAfter() {
        for (double factor : new double[] {0.9, 0.5, 0.1, 0.999}) {
            double tokens = GradientThroughTime.halfLife(factor);
            Verify.that("what is left after halfLife(" + factor + ") tokens", Math.pow(factor, tokens))
                    .suspectIf(left -> tokens < 0,
                            "negative: the logarithm of 0.5 is as negative as that of the factor")
                    .suspect(() -> Math.pow(factor, Math.log(factor) / Math.log(0.5)),
                            "upside down: how many halves go into one token, not how many tokens into a half")
                    .equalTo(0.5, 1e-6);
        }
        for (double factor : new double[] {1, 1.05}) {
            Verify.fact(GradientThroughTime.halfLife(factor) == Double.POSITIVE_INFINITY,
                    "halfLife(" + factor + "): a factor of 1 or more never loses a half, return infinity");
        }
    }

    private static double[] states(double w, double start, double[] x) {
        double[] h = new double[x.length + 1];
        h[0] = start;
        for (int t = 0; t < x.length; t++) {
            h[t + 1] = Math.tanh(w * h[t] + x[t]);
        }
        return h;
    }

    private static double last(double w, double start, double[] x) {
        return states(w, start, x)[x.length];
    }

    /** With a factor for each of these states. */
    private static double product(double w, double[] h) {
        return Arrays.stream(h).map(each -> w * (1 - each * each)).reduce(1, (a, b) -> a * b);
    }
}
