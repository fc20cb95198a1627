package spotlight.ch05;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("5.5 What does a head do?")
@Tag("ch05")
class HeadScoresTest {
    private static final int[] IDS = {7, 8, 7};
    private static final Tensor EXAMPLE = Tensor.of(new float[] {1, 0, 0, 1, 0, 0, 0.5f, 0, 0.5f}, 1, 3, 3);

    @ParameterizedTest
    @CsvSource({"1,2", "3,5", "4,7"})
    @Points(value = 2, hint = "Sum weights[h, t, t-1] over t = 1 .. T-1 and divide by how many there are.")
    void previousToken(int heads, int tokens) {
        verifyPrevious(EXAMPLE, Tensor.vector(0.5f));
        Tensor weights = random(heads, tokens);
        verifyPrevious(weights, offDiagonal(weights, 1, tokens - 1));
    }

    private static void verifyPrevious(Tensor weights, Tensor expected) {
        int tokens = weights.size(1);
        Verify.that("previousToken of " + shape(weights), HeadScores.previousToken(weights))
                .suspect(() -> offDiagonal(weights, 0, tokens),
                        "this is the weight of each token on itself: look one place back")
                .suspect(() -> offDiagonal(weights, -1, tokens - 1),
                        "this is the NEXT token: the query is the row t, the key the column t - 1")
                .suspect(() -> offDiagonal(weights, 1, tokens),
                        "divided by T: token 0 has no previous token, so divide by T - 1")
                .suspect(() -> offDiagonal(weights, 1, 1), "this is the sum: take the mean over t = 1 .. T-1")
                .suspectIf(actual -> actual.size() == 1 && weights.size(0) > 1,
                        "one number for all heads: each head gets its own")
                .equalTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1", "3"})
    @Points(value = 3, hint = "For each t collect the OTHER places with the same word; count only the t that have one.")
    void sameToken(int heads) {
        verifySame(EXAMPLE, IDS, Tensor.vector(0.25f));
        int[] ids = {4, 9, 4, 2, 9, 4, 1};
        Tensor weights = random(heads, ids.length);
        verifySame(weights, ids, twins(weights, ids, false).dividedBy(5));
        verifySame(random(heads, 3), new int[] {5, 1, 3}, Tensor.zeros(heads));
    }

    private static void verifySame(Tensor weights, int[] ids, Tensor expected) {
        Verify.that("sameToken of " + shape(weights), HeadScores.sameToken(weights, ids))
                .suspectIf(actual -> Float.isNaN(actual.sum()),
                        "no word occurs twice, so you divide 0 by 0: the answer is 0")
                .suspect(() -> twins(weights, ids, false).dividedBy(ids.length),
                        "divided by T: tokens without a twin do not count, divide by those that have one")
                .suspect(() -> twins(weights, ids, true).dividedBy(ids.length),
                        "the token itself is counted, so any head that looks at its own place scores: leave s = t out")
                .suspect(() -> twins(weights, ids, true).dividedBy(withTwin(ids)),
                        "the token itself is counted, so any head that looks at its own place scores: leave s = t out")
                .suspect(() -> twins(weights, ids, false),
                        "this is the sum: take the mean over the tokens that have a twin")
                .suspect(() -> twins(weights, ids, false).dividedBy(pairs(ids)),
                        "averaged over pairs: ADD UP the weights of all twins of a token, then average over tokens")
                .equalTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1,4", "3,5", "2,9"})
    @Points(value = 2, hint = "Entropy of each row in nats, divided by its largest possible value ln T, then the mean.")
    void uniformity(int heads, int tokens) {
        Tensor weights = random(heads, tokens);
        Tensor entropy = weights.times(weights.log()).negate().sum(2).mean(1);
        verifyUniformity(weights, entropy.dividedBy(ln(tokens)), entropy);
        verifyUniformity(Tensor.full(1f / tokens, heads, tokens, tokens), Tensor.ones(heads),
                Tensor.full(ln(tokens), heads));
    }

    @Test
    @Points(value = 1, hint = "0 · log(0) is NaN in Java; the limit is 0, so skip such weights.")
    void weightsOfZeroCount() {
        verifyUniformity(EXAMPLE, Tensor.vector(ln(2) / 3 / ln(3)), Tensor.vector(ln(2) / 3));
        verifyUniformity(Tensor.stack(Tensor.identity(4), Tensor.full(0.25f, 4, 4)), Tensor.vector(0, 1),
                Tensor.vector(0, ln(4)));
    }

    /** @param entropy of each head in nats, before the division by ln T */
    private static void verifyUniformity(Tensor weights, Tensor expected, Tensor entropy) {
        Verify.that("uniformity of " + shape(weights), HeadScores.uniformity(weights))
                .suspectIf(actual -> Float.isNaN(actual.sum()),
                        "a weight of exactly 0 gives 0 · log 0 = NaN: such a weight adds nothing, skip it")
                .suspect(() -> entropy, "this is the entropy in nats: divide by ln T, its largest value")
                .suspect(() -> entropy.dividedBy(ln(2)),
                        "this is the entropy in bits: divide by the largest value, log T")
                .suspect(expected::negate,
                        "the sign is wrong: w · ln w is negative, so the entropy has a minus in front")
                .suspect(() -> entropy.times(weights.size(1)).dividedBy(ln(weights.size(1))),
                        "added up over the queries: take the mean over t")
                .suspect(() -> Tensor.ones(expected.shape()).minus(expected),
                        "upside down: 1 means even, 0 means one place only")
                .equalTo(expected);
    }

    /** Sum over t of weights[h, t, t - back], divided. */
    private static Tensor offDiagonal(Tensor weights, int back, int divisor) {
        float[] score = new float[weights.size(0)];
        for (int h = 0; h < score.length; h++) {
            for (int t = Math.max(0, back); t < weights.size(1) + Math.min(0, back); t++) {
                score[h] += weights.at(h, t, t - back);
            }
        }
        return Tensor.vector(score).dividedBy(divisor);
    }

    /** Sum of all weights on twins. */
    private static Tensor twins(Tensor weights, int[] ids, boolean andItself) {
        float[] score = new float[weights.size(0)];
        for (int h = 0; h < score.length; h++) {
            for (int t = 0; t < ids.length; t++) {
                for (int s = 0; s < ids.length; s++) {
                    score[h] += ids[s] == ids[t] && (andItself || s != t) ? weights.at(h, t, s) : 0;
                }
            }
        }
        return Tensor.vector(score);
    }

    private static int withTwin(int[] ids) {
        int count = 0;
        for (int t = 0; t < ids.length; t++) {
            count += twinsOf(ids, t) > 0 ? 1 : 0;
        }
        return Math.max(1, count);
    }

    private static int pairs(int[] ids) {
        int count = 0;
        for (int t = 0; t < ids.length; t++) {
            count += twinsOf(ids, t);
        }
        return Math.max(1, count);
    }

    private static int twinsOf(int[] ids, int t) {
        int count = 0;
        for (int s = 0; s < ids.length; s++) {
            count += s != t && ids[s] == ids[t] ? 1 : 0;
        }
        return count;
    }

    private static Tensor random(int heads, int tokens) {
        return Tensor.of(new NumpyRandom(60).randn(heads * tokens * tokens), heads, tokens, tokens).softmax();
    }

    private static float ln(int n) {
        return (float) Math.log(n);
    }

    private static String shape(Tensor weights) {
        return "[" + weights.size(0) + "," + weights.size(1) + "," + weights.size(2) + "]";
    }
}
