package spotlight.ch09;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("9.4 The baseline by hand")
@Tag("ch09")
class BagStepTest {
    private static final List<int[]> TEXTS = List.of(new int[] {2, 1, 2}, new int[] {0}, new int[] {3, 3, 3, 1},
            new int[] {1, 2, 2});
    private static final Tensor COUNTS = Tensor.matrix(new float[] {0, 1, 2, 0}, new float[] {1, 0, 0, 0},
            new float[] {0, 1, 0, 3}, new float[] {0, 1, 2, 0});

    @Test
    @Points(value = 2, hint = "A word that stands twice counts 2; its place does not matter.")
    void countsWords() {
        Verify.that("counts of four texts", BagStep.counts(TEXTS, 4))
                .suspect(() -> COUNTS.map(count -> Math.min(count, 1)),
                        "this says whether a word is there: a word that stands twice counts 2")
                .suspect(() -> COUNTS.transpose(), "texts and words have changed places: one row a text")
                .suspectIf(counts -> counts.rank() == 2 && counts.size(1) == 5, "the bias is no word: V columns")
                .suspectIf(counts -> counts.size(-1) == 4 && counts.rank() == 1,
                        "all texts are counted together: one row a text")
                .equalTo(COUNTS);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    @Points(value = 2, hint = "counts times weights, plus the bias, which is the last weight, then the sigmoid.")
    void probabilityOfEachText(int seed) {
        Tensor counts = seed == 1 ? Tensor.matrix(new float[] {0, 1, 2}) : random(seed, 4, 3).map(Math::round);
        Tensor weights = seed == 1 ? Tensor.vector(5, 1, -2, 0.5f) : random(seed + 50, 4);
        Tensor scores = scores(counts, weights);
        Verify.that("probabilities", BagStep.probabilities(counts, weights))
                .suspect(() -> scores, "these are the scores: the sigmoid is missing")
                .suspect(() -> scores.minus(weights.at(3)).sigmoid(), "the bias, the last of the weights, is missing")
                .suspect(() -> scores.negate().sigmoid(), "this is the probability of bad: the sign is turned round")
                .suspect(() -> scores.softmax(),
                        "the softmax runs over the texts, which are no alternatives: each has its own sigmoid")
                .equalTo(scores.sigmoid());
    }

    @ParameterizedTest
    @CsvSource({"5,0.5", "6,1", "7,0.1"})
    @Points(value = 3, hint = "(p - y) times the counts, the mean over the texts, and down: minus lr times that.")
    void oneStepDownhill(int seed, float lr) {
        Tensor counts = random(seed, 6, 4).map(value -> Math.round(Math.abs(value)));
        Tensor labels = Tensor.vector(1, 0, 0, 1, 1, 0);
        Tensor weights = random(seed + 50, 5);
        Tensor before = weights.plus(0);
        Tensor probability = scores(counts, weights).sigmoid();
        Tensor error = probability.minus(labels);
        Tensor down = gradient(counts, error).times(lr);
        Tensor actual = BagStep.step(counts, labels, weights, lr);
        Verify.fact(weights.maxAbsDiff(before) == 0, "step: the given weights have changed, return new ones");
        Verify.that("step", actual)
                .suspect(() -> before.plus(down), "uphill: the loss grows, go AGAINST the gradient")
                .suspect(() -> before.minus(down.times(6)), "this is the sum over the texts: take the mean")
                .suspect(() -> before.minus(withoutBias(down)),
                        "the bias does not learn: its gradient is the mean error")
                .suspect(() -> before.minus(gradient(counts, probability).times(lr)),
                        "the labels play no part: the error is p - y")
                .suspect(() -> before.minus(gradient(counts, labels.negate()).times(lr)),
                        "the probabilities play no part: the error is p - y")
                .suspect(() -> before.minus(gradient(counts, scores(counts, weights).minus(labels)).times(lr)),
                        "the error is taken from the scores: the sigmoid is missing")
                .suspect(() -> down.negate(), "this is the change alone: subtract it from the weights")
                .equalTo(before.minus(down));
    }

    private static Tensor withoutBias(Tensor change) {
        Tensor words = change.plus(0);
        words.data()[words.size() - 1] = 0;
        return words;
    }

    /** [V+1] */
    private static Tensor gradient(Tensor counts, Tensor error) {
        Tensor words = counts.times(error.reshape(-1, 1)).mean(0);
        return Tensor.concat(0, words, Tensor.vector(error.mean()));
    }

    /** [N] */
    private static Tensor scores(Tensor counts, Tensor weights) {
        int vocab = counts.size(1);
        return counts.times(weights.slice(0, 0, vocab)).sum(1).plus(weights.at(vocab));
    }

    private static Tensor random(int seed, int... shape) {
        int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return Tensor.of(new NumpyRandom(seed).randn(size), shape);
    }
}
