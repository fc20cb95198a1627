package spotlight.ch03;

import java.util.Arrays;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.nn.Attention;
import spotlight.tensor.Tensor;

@Exercise("3.3 Self-attention, whole")
@Tag("ch03")
class WholeAttentionTest {

    @Test
    @Points(value = 1, hint = "With one token there is one weight, and a softmax over one number is 1.")
    void aLoneTokenSeesItself() {
        Sample s = Sample.random(41, 3, 2, 1, 4);
        Attention.Result result = attend(s);
        Verify.that("weights", result.weights()).equalTo(Tensor.ones(1, 1));
        Verify.that("output", result.output()).equalTo(s.v());
    }

    @ParameterizedTest
    @ValueSource(longs = {42, 43, 44})
    @Points(value = 3, hint = "softmax() without an argument runs over the last dimension, here the keys.")
    void weights(long seed) {
        Sample s = Sample.random(seed, 3, 2, 4, 5);
        verifyWeights(s, attend(s).weights());
    }

    @ParameterizedTest
    @ValueSource(longs = {45, 46, 47})
    @Points(value = 2, hint = "The output is weights · v: the values were made by wValue.")
    void output(long seed) {
        Sample s = Sample.random(seed, 3, 2, 4, 5);
        verifyOutput(s, attend(s));
    }

    @Test
    @Points(value = 2, hint = "All operations of Tensor take a batch in front; do not name a dimension by counting from "
            + "the left.")
    void aBatch() {
        Sample s = Sample.random(48, 2, 3, 3, 4, 5);
        Attention.Result result = attend(s);
        verifyWeights(s, result.weights());
        verifyOutput(s, result);
    }

    private static Attention.Result attend(Sample s) {
        Attention.Result result = WholeAttention.attend(s.x(), s.wQuery(), s.wKey(), s.wValue());
        Verify.fact(result != null, "attend: your method returned null");
        Verify.fact(result.weights() != null && result.output() != null, "attend: output or weights are null");
        int[] expected = s.scores().shape();
        Verify.fact(
                Arrays.equals(result.weights().shape(), expected)
                        || !Arrays.equals(result.output().shape(), expected),
                "attend: output and weights are swapped, it is new Attention.Result(output, weights)");
        return result;
    }

    private static void verifyWeights(Sample s, Tensor weights) {
        Verify.that("weights", weights)
                .suspect(() -> s.scores(1).softmax(), "too sharp: the scaling by sqrt(K) is missing")
                .suspect(
                        () -> s.scores(Math.sqrt(s.dModel())).softmax(),
                        "scaled by sqrt(D), the size of a token: it must be sqrt(K), the size of a query")
                .suspect(() -> s.scores().softmax(-2), "row sums are not 1: the softmax runs along the wrong axis")
                .suspect(() -> s.scores(), "these are the scores: the softmax is missing")
                .suspect(
                        () -> s.k().matmulNT(s.q()).dividedBy((float) Math.sqrt(s.headDim())).softmax(),
                        "queries and keys are swapped: row i must hold the scores of query i")
                .equalTo(s.scores().softmax());
    }

    private static void verifyOutput(Sample s, Attention.Result result) {
        Tensor weights = s.scores().softmax();
        Verify.that("output", result.output())
                .suspect(() -> weights.matmul(s.x()), "mixes the tokens x: it must mix the values v = x · wValue")
                .suspect(() -> weights.matmul(s.k()), "mixes the keys: it must mix the values v")
                .suspect(() -> s.scores().matmul(s.v()), "mixes with the scores: it must mix with the weights")
                .suspect(
                        () -> weights.transpose().matmul(s.v()),
                        "weights are transposed in the last product: row i of the output uses row i of the weights")
                .suspect(() -> s.v(), "equals v: the values have not been mixed at all")
                .suspectIf(output -> isMixedBy(result.weights(), s, output),
                        "is weights · v as it should be, but the weights are wrong: mend them first")
                .equalTo(weights.matmul(s.v()));
    }

    private static boolean isMixedBy(Tensor weights, Sample s, Tensor output) {
        return Arrays.equals(weights.shape(), s.scores().shape()) && weights.matmul(s.v()).close(output, 1e-5);
    }
}
