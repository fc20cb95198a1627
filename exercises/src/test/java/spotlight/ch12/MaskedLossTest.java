package spotlight.ch12;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("12.2 The loss of the hidden words")
@Tag("ch12")
class MaskedLossTest {
    private static final float LN3 = (float) Math.log(3);
    private static final Tensor EXAMPLE = Tensor.of(new float[] {0, 0, 0, LN3, 5, 0}, 3, 2);

    @Test
    @Points(value = 2, hint = "logSoftmax() gives all logarithms; take the labelled rows and average over these.")
    void onlyHiddenWordsCount() {
        loss(EXAMPLE, -100, 1, -100);
        loss(EXAMPLE, 0, 1, -100);
        loss(EXAMPLE, -100, -100, 1);
        loss(EXAMPLE, 0, 0, 0);
        Tensor more = Tensor.of(new NumpyRandom(3).randn(7 * 5), 7, 5);
        loss(more, -100, 4, -100, -100, 0, 2, -100);
        Verify.that("loss without any label", MaskedLoss.loss(EXAMPLE, new int[] {-100, -100, -100}))
                .suspectIf(Double::isNaN, "nothing was asked for: 0 / 0 is NaN, the answer is to be 0")
                .equalTo(0);
    }

    @Test
    @Points(value = 1, hint = "Large scores overflow exp(...): use logSoftmax(), not the logarithm of a softmax of yours.")
    void largeScoresAreNoProblem() {
        Tensor large = Tensor.of(new float[] {0, 200, -300, 0}, 2, 2);
        Verify.that("loss of scores that are 200 and 300 apart", MaskedLoss.loss(large, new int[] {0, 0}))
                .suspectIf(value -> !Double.isFinite(value),
                        "ln(softmax(...)) of a tiny probability is infinite: logSoftmax() is not")
                .equalTo(250, 1e-4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @Points(value = 2, hint = "Rows without a label stay 0; n counts the labels, not the rows.")
    void gradientOnlyWhereAWordIsHidden(int seed) {
        Tensor logits = Tensor.of(new NumpyRandom(seed).randn(7 * 4), 7, 4);
        int[] labels = {-100, 3, -100, 0, 1, -100, -100};
        Tensor all = gradient(logits, labels, true);
        Tensor expected = gradient(logits, labels, false);
        Verify.that("gradient", MaskedLoss.gradient(logits, labels))
                .suspect(() -> all, "rows without a label have a gradient: nothing was asked there")
                .suspect(() -> expected.times(3 / 7f), "divided by all 7 rows: only 3 were asked for")
                .suspect(() -> expected.times(3 / 4f),
                        "divided by the 4 rows without a label: the other 3 were asked for")
                .suspect(() -> expected.times(3), "not divided: the loss is a mean over the hidden words")
                .suspect(() -> expected.negate(), "the sign: softmax minus 1 at the label, not the other way round")
                .suspect(() -> softmaxOnly(logits, labels), "the 1 at the label is not subtracted")
                .equalTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1;3;2,1;1;1,2", "2;4,9;1,2.2", "0.5;0;2.5,6;0;2,1", "0;0,0;0,0", "1;2;3;4,1;2;3;4,3"})
    @Points(value = 1, hint = "Turn each mean back into a sum before you add them up: losses[i] · asked[i].")
    void eachWordCountsAlikeInABatch(String losses, String asked, double expected) {
        double[] ofTexts = Arrays.stream(losses.split(";")).mapToDouble(Double::parseDouble).toArray();
        int[] words = Arrays.stream(asked.split(";")).mapToInt(Integer::parseInt).toArray();
        Verify.that("ofBatch(" + losses + " with " + asked + " words)", MaskedLoss.ofBatch(ofTexts, words))
                .suspectIf(Double::isNaN, "no word was asked for in any text: the answer is to be 0, not 0 / 0")
                .suspect(() -> Arrays.stream(ofTexts).average().orElseThrow(),
                        "each text counts alike here: a text with one hidden word weighs as much as one with nine")
                .suspect(() -> expected * IntStream.of(words).sum(), "a sum, not a mean: divide by all hidden words")
                .suspect(() -> expected * IntStream.of(words).sum() / words.length,
                        "divided by the number of texts: divide by the number of hidden words")
                .equalTo(expected);
    }

    private static void loss(Tensor logits, int... labels) {
        Tensor logs = logits.logSoftmax();
        long asked = IntStream.of(labels).filter(label -> label >= 0).count();
        double sum = 0;
        double probabilities = 0;
        for (int t = 0; t < labels.length; t++) {
            sum -= labels[t] >= 0 ? logs.at(t, labels[t]) : 0;
            probabilities += labels[t] >= 0 ? Math.exp(logs.at(t, labels[t])) : 0;
        }
        double total = sum;
        double p = probabilities;
        Verify.that("loss with labels " + Arrays.toString(labels), MaskedLoss.loss(logits, labels.clone()))
                .suspect(() -> total / labels.length,
                        "divided by all tokens: only those with a label count, above and below")
                .suspect(() -> total, "a sum, not a mean over the hidden words")
                .suspect(() -> p / asked, "these are probabilities: the loss is minus their logarithm")
                .suspect(() -> -total / asked, "the sign is wrong: a loss is not negative")
                .suspect(() -> total / asked / Math.log(2), "these are bits: nats are asked for, the natural logarithm")
                .equalTo(total / asked);
    }

    private static Tensor gradient(Tensor logits, int[] labels, boolean everywhere) {
        float[] g = softmaxOnly(logits, everywhere ? new int[labels.length] : labels).data().clone();
        for (int t = 0; t < labels.length; t++) {
            if (labels[t] >= 0) {
                g[t * logits.size(1) + labels[t]] -= 1 / 3f;
            }
        }
        return Tensor.of(g, logits.shape());
    }

    private static Tensor softmaxOnly(Tensor logits, int[] labels) {
        float[] g = logits.softmax().times(1 / 3f).data().clone();
        for (int i = 0; i < g.length; i++) {
            g[i] = labels[i / logits.size(1)] >= 0 ? g[i] : 0;
        }
        return Tensor.of(g, logits.shape());
    }
}
