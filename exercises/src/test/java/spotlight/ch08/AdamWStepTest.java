package spotlight.ch08;

import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.grad.Var;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;
import spotlight.train.AdamW;

@Exercise("8.4 One step of AdamW")
@Tag("ch08")
class AdamWStepTest {
    private static final double LR = 0.1;

    /** A version of the step with one mistake. */
    private interface Mistake {
        double moved(double w, double g, double[] mv, int t, double weightDecay);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, -0.5, 0.0005, 20})
    @Points(value = 2, hint = "Divide m by 1 - 0.9^t and v by 1 - 0.999^t; with t = 1 that gives g and g^2 back.")
    void theFirstStepIsLrLong(double g) {
        double[] w = {1};
        double[] m = {0};
        double[] v = {0};
        AdamWStep.step(w, new double[] {g}, m, v, 1, LR, 0.01);
        verify("w after step 1 with g = " + g, w, new double[][] {{g}}, new double[] {1}, 0.01);
        Verify.that("m after step 1 with g = " + g, m[0])
                .suspect(() -> g, "the corrected m is kept: correct it for the step only, keep the plain mean")
                .suspect(() -> 0, "m is as it was before: the running mean must be kept for the next step")
                .equalTo(0.1 * g);
        Verify.that("v after step 1 with g = " + g, v[0] / (g * g))
                .suspect(() -> 1, "the corrected v is kept: correct it for the step only, keep the plain mean")
                .suspect(() -> 0, "v is as it was before: the running mean must be kept for the next step")
                .equalTo(0.001);
    }

    @ParameterizedTest
    @CsvSource({"1,0", "2,0", "5,0", "2,0.1", "30,0.1"})
    @Points(value = 2, hint = "Write the five lines of the formula one by one; the decay is not part of g.")
    void manySteps(int steps, double weightDecay) {
        double[][] grads = grads(steps);
        double[] start = {1, -2, 0.5};
        double[] w = start.clone();
        double[] m = new double[3];
        double[] v = new double[3];
        for (int t = 1; t <= steps; t++) {
            double[] given = grads[t - 1].clone();
            AdamWStep.step(w, given, m, v, t, LR, weightDecay);
            Verify.that("grad after step " + t + ", which must not be modified", given)
                    .equalTo(Tensor.of(grads[t - 1], 3));
        }
        verify("w after " + steps + " steps with weight decay " + weightDecay, w, grads, start, weightDecay);
        Verify.that("the library's AdamW after the same steps", w)
                .equalTo(library(grads, start, weightDecay), 1e-4);
    }

    @Test
    @Points(value = 1, hint = "eps is added behind the root: it keeps the divisor from being 0, and does no more.")
    void tinyGradientsMoveAsFar() {
        double[] w = {1};
        AdamWStep.step(w, new double[] {1e-5}, new double[1], new double[1], 1, LR, 0);
        verify("w after step 1 with g = 0.00001", w, new double[][] {{1e-5}}, new double[] {1}, 0);
        double[] still = {1};
        AdamWStep.step(still, new double[] {0}, new double[1], new double[1], 1, LR, 0);
        Verify.that("w after a gradient of 0", still[0]).equalTo(1);
    }

    @ParameterizedTest
    @CsvSource({"wte.weight,true,65,32", "h.0.attn.c_attn.weight,true,96,32", "h.0.attn.c_attn.bias,false,96,0",
            "h.0.ln_1.weight,false,32,0", "ln_f.bias,false,32,0", "h.0.mlp.c_fc.bias,false,128,0"})
    @Points(value = 2, hint = "Count the dimensions; do not trust the names.")
    void matricesDecayVectorsDoNot(String name, boolean expected, int rows, int columns) {
        int[] shape = columns == 0 ? new int[] {rows} : new int[] {rows, columns};
        String kind = name.contains("ln_") ? "a norm" : name.endsWith("bias") ? "a bias" : "a matrix";
        Verify.that("decays(\"" + name + "\", " + kind + ")", AdamWStep.decays(name, shape))
                .suspectIf(decays -> decays && name.endsWith("ln_1.weight"), "it is called weight, but it is a norm's: "
                        + "decay would pull it from 1 to 0")
                .suspectIf(decays -> decays, "a vector must not decay: only what has two dimensions")
                .suspectIf(decays -> !decays, "matrices and tables do decay")
                .equalTo(expected);
    }

    private static void verify(String what, double[] w, double[][] grads, double[] start, double weightDecay) {
        Verify.that(what, w)
                .suspect(walk(grads, start, weightDecay, AdamWStepTest::uncorrected),
                        "the bias correction is missing: m and v begin at 0 and are too small at first")
                .suspect(walk(grads, start, weightDecay, (x, g, mv, t, decay) -> right(x, g + decay * x, mv, t, 0)),
                        "the decay goes through m and v, as in Adam with L2: AdamW takes it from w directly")
                .suspect(walk(grads, start, weightDecay, (x, g, mv, t, decay) -> right(x, g, mv, t + 1, decay)),
                        "the correction is that of step t + 1: the first step is t = 1, not 2")
                .suspect(walk(grads, start, weightDecay, AdamWStepTest::epsInside),
                        "eps stands under the root: sqrt(v) + eps is meant, sqrt(v + eps) stops tiny gradients")
                .suspect(walk(grads, start, weightDecay, (x, g, mv, t, decay) -> right(x, g, mv, t, decay * 10)),
                        "the decay is not multiplied by lr")
                .suspect(walk(grads, start, weightDecay, (x, g, mv, t, decay) -> right(x, g, mv, t, 0)),
                        "the weights do not decay")
                .equalTo(walk(grads, start, weightDecay, AdamWStepTest::right).get());
    }

    private static double right(double w, double g, double[] mv, int t, double weightDecay) {
        means(g, mv);
        return w - LR * weightDecay * w - LR * mv[0] / (1 - Math.pow(0.9, t))
                / (Math.sqrt(mv[1] / (1 - Math.pow(0.999, t))) + 1e-8);
    }

    private static double uncorrected(double w, double g, double[] mv, int t, double weightDecay) {
        means(g, mv);
        return w - LR * weightDecay * w - LR * mv[0] / (Math.sqrt(mv[1]) + 1e-8);
    }

    private static double epsInside(double w, double g, double[] mv, int t, double weightDecay) {
        means(g, mv);
        return w - LR * weightDecay * w
                - LR * mv[0] / (1 - Math.pow(0.9, t)) / Math.sqrt(mv[1] / (1 - Math.pow(0.999, t)) + 1e-8);
    }

    private static void means(double g, double[] mv) {
        mv[0] = 0.9 * mv[0] + 0.1 * g;
        mv[1] = 0.999 * mv[1] + 0.001 * g * g;
    }

    private static Supplier<Tensor> walk(double[][] grads, double[] start, double weightDecay, Mistake step) {
        return () -> {
            double[] w = start.clone();
            for (int i = 0; i < w.length; i++) {
                double[] mv = new double[2];
                for (int t = 1; t <= grads.length; t++) {
                    w[i] = step.moved(w[i], grads[t - 1][i], mv, t, weightDecay);
                }
            }
            return Tensor.of(w, w.length);
        };
    }

    private static Tensor library(double[][] grads, double[] start, double weightDecay) {
        Var w = Var.parameter(Tensor.of(start, start.length));
        AdamW optimizer = new AdamW(List.of(w), LR);
        optimizer.weightDecay(weightDecay);
        for (double[] grad : grads) {
            optimizer.clearGrad();
            w.times(Var.constant(Tensor.of(grad, grad.length))).sum().backward();
            optimizer.step();
        }
        return w.value();
    }

    private static double[][] grads(int steps) {
        NumpyRandom random = new NumpyRandom(85);
        double[][] grads = new double[steps][];
        for (int t = 0; t < steps; t++) {
            grads[t] = random.randn(3);
        }
        return grads;
    }
}
