package spotlight.ch02;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("2.2 A softmax that survives")
@Tag("ch02")
class StableSoftmaxTest {
    private static final float HIDDEN = Float.NEGATIVE_INFINITY;

    @Test
    @Points(value = 1, hint = "Three steps: subtract the largest score, take exp of each, divide each by their sum.")
    void smallScores() {
        verify("softmax of {0, ln 2, ln 3}", Tensor.of(new double[] {0, Math.log(2), Math.log(3)}, 3),
                Tensor.of(new double[] {1 / 6.0, 2 / 6.0, 3 / 6.0}, 3));
        for (int words : new int[] {1, 2, 7, 64}) {
            Tensor scores = new TorchRandom(words).randn(words);
            verify("softmax of " + words + " random scores", scores, scores.softmax());
        }
    }

    @Test
    @Points(value = 2, hint = "Subtract the largest score before exp: then the largest exponent is 0 and exp(0) is 1.")
    void scoresTooLargeForExp() {
        verify("softmax of {1000, 1000}", Tensor.vector(1000, 1000), Tensor.vector(0.5f, 0.5f));
        verify("softmax of {0, 1000}", Tensor.vector(0, 1000), Tensor.vector(0, 1));
        Tensor scores = new TorchRandom(5).randn(6).times(3).plus(500);
        verify("softmax of six scores near 500", scores, scores.softmax());
    }

    @Test
    @Points(value = 2, hint = "Start the search for the maximum at the first score, or at Float.NEGATIVE_INFINITY.")
    void scoresTooSmallForExp() {
        verify("softmax of {-1000, -1000}", Tensor.vector(-1000, -1000), Tensor.vector(0.5f, 0.5f));
        Tensor scores = new TorchRandom(6).randn(6).times(3).minus(500);
        verify("softmax of six scores near -500", scores, scores.softmax());
    }

    @Test
    @Points(value = 1, hint = "exp(-Infinity) is 0 in Java: nothing special is needed if the largest score is finite.")
    void aHiddenWordGetsNothing() {
        verify("softmax of {3, -Infinity, 3}", Tensor.vector(3, HIDDEN, 3), Tensor.vector(0.5f, 0, 0.5f));
        verify("softmax of {-Infinity, -90}", Tensor.vector(HIDDEN, -90), Tensor.vector(0, 1));
    }

    @Test
    @Points(value = 1, hint = "scores.data() is the array of the caller: write into a new one, or use scores.minus(x).")
    void theScoresAreNotModified() {
        Tensor scores = new TorchRandom(8).randn(5);
        Tensor copy = scores.plus(0);
        StableSoftmax.softmax(scores);
        Verify.that("the scores after the call", scores)
                .suspectIf(after -> true,
                        "your method has written into the scores it was given: they belong to the caller")
                .equalTo(copy, 0);
    }

    private static void verify(String name, Tensor scores, Tensor expected) {
        boolean negative = scores.max() < 0;
        Verify.that(name, StableSoftmax.softmax(scores.plus(0)))
                .suspect(() -> scores.dividedBy(scores.sum()),
                        "this is score / sum of scores: the exponential is missing")
                .suspectIf(actual -> negative && hasNaN(actual),
                        "all exponentials are 0, and 0 / 0 is NaN: the largest score is negative here, not 0")
                .suspectIf(StableSoftmaxTest::hasNaN,
                        "exp has overflowed to Infinity, and Infinity / Infinity is NaN: subtract the largest score first")
                .suspect(() -> scores.minus(scores.max()).exp(),
                        "the division by the sum of the exponentials is missing")
                .suspect(() -> scores.exp(), "the division by the sum of the exponentials is missing")
                .suspect(() -> scores.logSoftmax(), "this is the logarithm of the weights")
                .equalTo(expected);
    }

    private static boolean hasNaN(Tensor tensor) {
        for (float value : tensor.data()) {
            if (Float.isNaN(value)) {
                return true;
            }
        }
        return false;
    }
}
