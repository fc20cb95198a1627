package spotlight.ch03;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.nn.Attention;
import spotlight.nn.Mask;
import spotlight.tensor.Tensor;

/** Each mistake has a test that the other two do not disturb. */
@Exercise("3.7 Find the bug")
@Tag("ch03")
class BuggyAttentionTest {

    @ParameterizedTest
    @ValueSource(longs = {61, 62})
    @Points(value = 2, hint = "Compare two weights of one row: the logarithm of their ratio is the difference of their "
            + "scores. Is it too small?")
    void theScoresHaveTheRightScale(long seed) {
        Sample s = Sample.random(seed, 2, 3, 4, 8); // K = 2, D = 8
        Tensor weights = attend(s).weights();
        Tensor scores = s.scores();
        double expected = scores.at(3, 0) - scores.at(3, 1);
        double ratio = Math.log(weights.at(3, 0) / (double) weights.at(3, 1));
        Verify.that("log(weight[3][0] / weight[3][1])", ratio)
                .suspect(() -> expected * Math.sqrt(2.0 / 8),
                        "scaled by sqrt(D), the size of a token: it must be sqrt(K), the size of a query")
                .suspect(() -> expected * Math.sqrt(2), "the scaling is missing")
                .equalTo(expected, 1e-3); // from the difference of two logarithms of floats
    }

    @Test
    @Points(value = 2, hint = "Send two sequences one by one and then as a batch: are the weights the same?")
    void aBatchGivesWhatItsSequencesGive() {
        Sample s = Sample.random(63, 3, 2, 2, 4, 3);
        Tensor together = attend(s).weights();
        for (int b = 0; b < 2; b++) {
            Tensor alone = attend(s.sequence(b)).weights();
            int sequence = b;
            Verify.that("weights of sequence " + b + " in a batch", together.select(0, b))
                    .suspectIf(w -> firstColumnSumsToOne(together.select(0, sequence)),
                            "column sums are 1 before masking: the softmax runs along the wrong axis, in a batch "
                                    + "dimension 1 is the queries")
                    .equalTo(alone);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {64, 65})
    @Points(value = 2, hint = "Add up the weights of row 0: where did the rest go?")
    void rowsSumToOneUnderTheMask(long seed) {
        Sample s = Sample.random(seed, 3, 2, 4, 3);
        Tensor weights = attend(s).weights();
        Verify.that("row sums", weights.sum(-1))
                .suspectIf(sums -> sums.max() < 1 + 1e-5f && weights.at(0, 1) == 0,
                        "mask applied after softmax: rows no longer sum to 1")
                .equalTo(Tensor.ones(4));
    }

    @Test
    @Points(value = 1, hint = "A weight of 0 is not enough: has the hidden key been counted in the denominator?")
    void aChangeOfTheLastTokenStaysThere() {
        Sample s = Sample.random(66, 3, 2, 4, 3);
        Tensor changed = Tensor.concat(0, s.x().slice(0, 0, 3), s.x().slice(0, 3, 4).negate());
        Tensor before = attend(s).output().slice(0, 0, 3);
        Tensor after = attend(new Sample(changed, s.wQuery(), s.wKey(), s.wValue())).output().slice(0, 0, 3);
        Verify.fact(before.maxAbsDiff(after) < 1e-5,
                "outputs 0 to 2 change with token 3: the future leaks, even with weights of 0 above the diagonal");
    }

    @ParameterizedTest
    @ValueSource(longs = {67, 68})
    @Points(value = 2, hint = "This one passes when all three mistakes are gone and none was added.")
    void repaired(long seed) {
        Sample s = Sample.random(seed, 2, 3, 2, 4, 5);
        Attention.Result expected = Attention.scaledDotProduct(s.q(), s.k(), s.v(), Mask.causal(4));
        Attention.Result result = attend(s);
        Verify.that("weights", result.weights())
                .suspect(() -> s.scores().softmax(), "the mask is gone: the future is visible")
                .suspect(() -> s.scores().softmax(1).times(Mask.causal(4).exp()),
                        "the scale is right now, the axis of the softmax and the place of the mask are not")
                .suspect(() -> s.scores().softmax().times(Mask.causal(4).exp()),
                        "two mistakes are gone, the third is not: the mask comes after the softmax")
                .equalTo(expected.weights());
        Verify.that("output", result.output()).equalTo(expected.output());
    }

    private static Attention.Result attend(Sample s) {
        Attention.Result result = BuggyAttention.attend(s.x(), s.wQuery(), s.wKey(), s.wValue());
        Verify.fact(result != null && result.weights() != null && result.output() != null,
                "attend: output or weights are null");
        return result;
    }

    /** Column 0 is never masked: along the wrong axis it sums to 1. */
    private static boolean firstColumnSumsToOne(Tensor weights) {
        float sum = weights.select(1, 0).sum();
        return Math.abs(sum - 1) < 1e-4;
    }
}
