package spotlight.ch02;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("2.7 Find the bug: the spotlight that never moves")
@Tag("ch02")
class MendedSpotlightTest {
    private static final Tensor VALUES = Tensor.matrix(new float[] {8, 0, 4}, new float[] {0, 8, 4});

    @Test
    @Points(value = 2, hint = "Print scale. What is 1 / 64 in Java, where both numbers are ints?")
    void theLightMovesWithTheQuery() {
        Tensor keys = Tensor.identity(2);
        Tensor first = MendedSpotlight.attend(Tensor.vector(9, 0), keys, VALUES);
        Tensor second = MendedSpotlight.attend(Tensor.vector(0, 9), keys, VALUES);
        Verify.that("gain of value 1 when the query turns from word 0 to word 1", second.minus(first).at(1))
                .suspect(() -> 0.0, "the output does not depend on the query: the scale is exactly 0")
                .equalTo(8, 0.05);
    }

    @Test
    @Points(value = 2, hint = "A weight is share / total, with the total of all words: is it known while the loop still runs?")
    void equalValuesComeOutAsTheyAre() {
        for (int words = 1; words <= 9; words += 4) {
            TorchRandom random = new TorchRandom(words);
            Tensor same = Tensor.ones(words, 2);
            Tensor output = MendedSpotlight.attend(random.randn(4), random.randn(words, 4), same);
            Verify.that("output for " + words + " values, all of them 1", output)
                    .suspectIf(actual -> actual.at(0) > 1.001f,
                            "the weights sum to more than 1: total is not complete while the loop still adds to it")
                    .equalTo(Tensor.ones(2));
        }
    }

    @Test
    @Points(value = 2, hint = "Float.MIN_VALUE is the smallest number above 0. Which number is below every float?")
    void scoresFarBelowZero() {
        Tensor keys = Tensor.matrix(new float[] {-300, 0}, new float[] {-301, 0});
        verify("output for scores below -400", Tensor.vector(2, 1), keys, VALUES);
    }

    @Test
    @Points(value = 3, hint = "Compare with the formula line by line; the library's Attention.scaledDotProduct is the answer to reach.")
    void equationOneForRandomSentences() {
        for (int words = 1; words <= 9; words += 4) {
            TorchRandom random = new TorchRandom(words);
            Tensor query = random.randn(16);
            verify("output for " + words + " words", query, random.randn(words, 16), random.randn(words, 3));
        }
    }

    private static void verify(String name, Tensor query, Tensor keys, Tensor values) {
        Tensor dots = keys.matmul(query.reshape(-1, 1)).reshape(-1);
        int dim = query.size();
        Tensor weights = dots.dividedBy((float) Math.sqrt(dim)).softmax();
        Verify.that(name, MendedSpotlight.attend(query, keys, values))
                .suspectIf(actual -> Float.isNaN(actual.sum()),
                        "NaN: all shares are 0, because largest is not the largest score but a number above 0")
                .suspect(() -> mix(dots.times(0), values), "every word has the same share: the scale is exactly 0")
                .suspect(() -> mix(dots, values), "scores are too large by exactly sqrt(K): the scaling is missing")
                .suspect(() -> mix(dots.dividedBy(dim), values),
                        "scores are divided by K: equation 1 divides by sqrt(K)")
                .suspect(() -> running(dots.times(0).softmax(), values),
                        "two bugs at once: the scale is exactly 0, and each share is divided by an unfinished total")
                .suspect(() -> running(weights, values), "each share is divided by a total that is not complete yet")
                .equalTo(weights.reshape(1, -1).matmul(values).reshape(-1));
    }

    private static Tensor mix(Tensor scores, Tensor values) {
        return scores.softmax().reshape(1, -1).matmul(values).reshape(-1);
    }

    private static Tensor running(Tensor weights, Tensor values) {
        Tensor output = Tensor.zeros(values.size(1));
        float total = 0;
        for (int j = 0; j < weights.size(); j++) {
            total += weights.at(j);
            output = output.plus(values.select(0, j).times(weights.at(j) / total));
        }
        return output;
    }
}
