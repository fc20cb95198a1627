package spotlight.ch02;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("2.5 Two instruments for a spotlight")
@Tag("ch02")
class SpotlightMeterTest {
    @Test
    @Points(value = 1, hint = "S equal weights 1/S have the entropy ln(S): use Math.log, and mind the minus sign.")
    void entropyOfEqualWeights() {
        for (int words : new int[] {1, 2, 8, 100}) {
            verifyEntropy("entropy of " + words + " equal weights", Tensor.full(1f / words, words));
        }
    }

    @Test
    @Points(value = 1, hint = "Leave out the words whose weight is 0: Math.log(0) is -Infinity, and 0 * -Infinity is NaN.")
    void entropyOfASingleLitWord() {
        verifyEntropy("entropy of {0, 1, 0}", Tensor.vector(0, 1, 0));
        verifyEntropy("entropy of {0.5, 0, 0.5}", Tensor.vector(0.5f, 0, 0.5f));
    }

    @Test
    @Points(value = 1, hint = "Minus the sum of w * ln(w), over all weights.")
    void entropyOfRandomWeights() {
        for (int seed = 1; seed <= 3; seed++) {
            verifyEntropy("entropy of seven random weights", new TorchRandom(seed).randn(7).softmax());
        }
    }

    @Test
    @Points(value = 1, hint = "All four entries count: two on the diagonal, two beside it.")
    void gradientSizeOfTwoWords() {
        verifyGradientSize("gradient size of {0.5, 0.5}", Tensor.vector(0.5f, 0.5f));
        verifyGradientSize("gradient size of {0.25, 0.75}", Tensor.vector(0.25f, 0.75f));
    }

    @Test
    @Points(value = 1, hint = "Where one weight is 1, each entry w[i] * ((i == j) - w[j]) is 0.")
    void gradientSizeOfASingleLitWordIsZero() {
        verifyGradientSize("gradient size of {0, 1, 0}", Tensor.vector(0, 1, 0));
    }

    @Test
    @Points(value = 2, hint = "Two nested loops over i and j; add the square of each entry; the root at the end.")
    void gradientSizeIsWhatNudgingTheScoresShows() {
        for (int words : new int[] {1, 3, 8}) {
            Tensor scores = new TorchRandom(words).randn(words);
            verifyGradientSize("gradient size of " + words + " random weights", scores.softmax());
            Verify.that("gradient size against nudged scores, " + words + " words",
                    SpotlightMeter.gradientSize(scores.softmax())).equalTo(nudged(scores), 1e-3);
        }
    }

    private static void verifyEntropy(String name, Tensor weights) {
        double expected = entropy(weights);
        double actual = SpotlightMeter.entropy(weights);
        Verify.that(name, actual)
                .suspectIf(Double::isNaN, "0 * ln(0) is NaN in Java: leave out the words with weight 0")
                .suspect(() -> -expected, "the sign is wrong: entropy is minus the sum, and never negative")
                .suspect(() -> expected / Math.log(2), "this is in bits: nats take the natural logarithm, Math.log")
                .suspect(() -> expected / Math.log(10),
                        "Math.log10 was used: nats take the natural logarithm, Math.log")
                .suspect(() -> Math.exp(expected), "this is exp(entropy): the entropy itself is asked for")
                .suspect(() -> expected / weights.size(), "this is the mean over the words: entropy is the sum")
                .equalTo(expected);
    }

    private static void verifyGradientSize(String name, Tensor weights) {
        double expected = norm(weights, 1, 1);
        Verify.that(name, SpotlightMeter.gradientSize(weights))
                .suspect(() -> expected * expected, "this is the sum of the squares: the root is missing")
                .suspect(() -> norm(weights, 1, 0), "only the diagonal is counted: the entries with i != j are missing")
                .suspect(() -> norm(weights, -1, 1), "the sign is wrong on the diagonal: it is w[i] * (1 - w[i])")
                .suspect(() -> 0.0, "the entries of each row sum to 0: add up their squares")
                .equalTo(expected);
    }

    private static double entropy(Tensor weights) {
        double sum = 0;
        for (float weight : weights.data()) {
            sum -= weight > 0 ? weight * Math.log(weight) : 0;
        }
        return sum + 0.0;
    }

    /** Norm of {@code diag(w) - sign * w wT}, entries beside the diagonal multiplied by {@code beside}. */
    private static double norm(Tensor weights, int sign, int beside) {
        double sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            for (int j = 0; j < weights.size(); j++) {
                double entry = weights.at(i) * ((i == j ? 1 : 0) - sign * weights.at(j)) * (i == j ? 1 : beside);
                sum += entry * entry;
            }
        }
        return Math.sqrt(sum);
    }

    /** The same size from central differences of the library's softmax: no formula for the derivative is used. */
    private static double nudged(Tensor scores) {
        float step = 0.01f;
        double sum = 0;
        for (int j = 0; j < scores.size(); j++) {
            Tensor nudge = Tensor.identity(scores.size()).select(0, j).times(step);
            Tensor column = scores.plus(nudge).softmax().minus(scores.minus(nudge).softmax()).dividedBy(2 * step);
            sum += column.dot(column);
        }
        return Math.sqrt(sum);
    }
}
