package spotlight.ch02;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("2.1 One attention weight")
@Tag("ch02")
class OneWeightTest {
    @Test
    @Points(value = 1, hint = "exp(scores[index]) on top; below it the sum of exp(scores[j]) over every j, index included.")
    void exampleByHand() {
        Tensor scores = Tensor.of(new double[] {0, Math.log(2), Math.log(5)}, 3);
        verify("weight of word 0", scores, 0, 1 / 8.0);
        verify("weight of word 1", scores, 1, 2 / 8.0);
        verify("weight of word 2", scores, 2, 5 / 8.0);
    }

    @Test
    @Points(value = 1, hint = "Try it by hand: scores {-1, 1} have the exponentials 0.37 and 2.72.")
    void everyWordOfRandomSentences() {
        for (int words = 2; words <= 12; words += 5) {
            Tensor scores = new TorchRandom(words).randn(words);
            for (int index = 0; index < words; index++) {
                verify("weight of word " + index + " of " + words, scores, index, share(scores, index));
            }
        }
    }

    @Test
    @Points(value = 1, hint = "With one word the sum below has one term: the same as above the line.")
    void theOnlyWordGetsEverything() {
        for (float score : new float[] {-2, 0, 0.5f, 3}) {
            verify("weight of the only word", Tensor.vector(score), 0, 1);
        }
    }

    @Test
    @Points(value = 1, hint = "All weights are divided by the same sum.")
    void theWeightsOfASentenceSumToOne() {
        Tensor scores = new TorchRandom(7).randn(9);
        double sum = 0;
        for (int index = 0; index < 9; index++) {
            sum += OneWeight.weight(scores, index);
        }
        Verify.that("sum of all nine weights", sum).equalTo(1);
    }

    private static void verify(String name, Tensor scores, int index, double expected) {
        int size = scores.size();
        double exp = Math.exp(scores.at(index));
        double largest = Math.exp(scores.max());
        Verify.that(name, OneWeight.weight(scores, index))
                .suspect(() -> exp, "this is exp(score) alone: the division by the sum of all exponentials is missing")
                .suspect(() -> exp / largest, "the exponential is divided by the largest one, not by the sum of all")
                .suspect(() -> exp / size,
                        "the exponential is divided by the number of words, not by the sum of exponentials")
                .suspect(() -> scores.at(index) / scores.sum(),
                        "this is score / sum of scores: the exponential is missing")
                .suspect(() -> exp / (exp / expected - exp), "the sum leaves out the word itself: it runs over every j")
                .suspect(() -> Math.log(expected), "this is the logarithm of the weight")
                .suspect(() -> share(scores, (index + 1) % size),
                        "this is the weight of the next word: index is off by one")
                .suspect(() -> share(scores, (index + size - 1) % size),
                        "this is the weight of the word before: index is off by one")
                .equalTo(expected);
    }

    private static double share(Tensor scores, int index) {
        double sum = 0;
        for (float score : scores.data()) {
            sum += Math.exp(score);
        }
        return Math.exp(scores.at(index)) / sum;
    }
}
