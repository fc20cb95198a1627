package spotlight.ch11;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.model.HeadScores;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("11.6 Is it an induction head?")
@Tag("ch11")
class InductionTest {
    private static final int[] EXAMPLE = {7, 8, 9, 7, 8};

    @Test
    @Points(value = 2, hint = "For t, look for s with ids[s-1] == ids[t] and s <= t; add weights[h, t, s].")
    void theExample() {
        verify(random(1, 5, 1), EXAMPLE);
        verify(random(3, 5, 2), EXAMPLE);
        verify(random(2, 4, 3), new int[] {6, 6, 5, 5}); // here a token is its own target: s = t
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 30})
    @Points(value = 2, hint = "Several targets of one place add up; the mean is over the places that have a target.")
    void severalTargets(int tokens) {
        int[] ids = ids(tokens);
        verify(random(4, tokens, tokens), ids);
        Tensor weights = random(2, tokens, 9);
        double[] library = HeadScores.of(weights.unsqueeze(0), ids, -1).induction();
        Verify.that("score, beside spotlight.model.HeadScores", Induction.score(weights, ids))
                .equalTo(Tensor.of(library, library.length));
    }

    @Test
    @Points(value = 1, hint = "Without repetition there is nothing to average: 0, not 0/0.")
    void noTokenTwice() {
        verify(random(3, 4, 5), new int[] {4, 3, 2, 1});
        verifyChance(new int[] {4, 3, 2, 1}, 0);
    }

    @Test
    @Points(value = 2, hint = "A head that looks at all places 0 .. t alike gives each of them 1/(t+1).")
    void whatChanceScores() {
        verifyChance(EXAMPLE, 0.225);
        int[] ids = ids(20);
        verifyChance(ids, HeadScores.uniform(ids, 1, -1).induction()[0]);
        verifyChance(new int[] {5, 5}, 0.5);
    }

    private static void verify(Tensor weights, int[] ids) {
        Tensor right = mean(weights, ids, (t, s) -> s <= t && s > 0 && ids[s - 1] == ids[t]);
        Verify.that("score of " + weights.size(0) + " heads, " + ids.length + " tokens", Induction.score(weights, ids))
                .suspectIf(x -> Float.isNaN(x.sum()), "no token comes twice, so you divide 0 by 0: the answer is 0")
                .suspect(() -> mean(weights, ids, (t, s) -> s < t && ids[s] == ids[t]),
                        "this is the same-token score: look at what FOLLOWED the same token, one place further on")
                .suspect(() -> mean(weights, ids, (t, s) -> s + 1 < t && ids[s + 1] == ids[t]),
                        "one place the wrong way: this is what came BEFORE the same token")
                .suspect(() -> mean(weights, ids, (t, s) -> s < t && s > 0 && ids[s - 1] == ids[t]),
                        "s may be t itself: the same token may stand right before it")
                .suspect(() -> sum(weights, ids), "this is the sum: divide by the number of places that have a target")
                .suspect(() -> sum(weights, ids).dividedBy(ids.length),
                        "divided by T: places without a target do not count")
                .suspect(() -> sum(weights, ids).dividedBy(Math.max(1, pairs(ids))),
                        "averaged over pairs: add up all targets of a place, then average over places")
                .suspectIf(x -> x.size() == 1 && weights.size(0) > 1,
                        "one number for all heads: each head gets its own")
                .equalTo(right);
    }

    private static void verifyChance(int[] ids, double expected) {
        int tokens = ids.length;
        Verify.that("chance of " + tokens + " tokens", Induction.chance(ids))
                .suspectIf(x -> Double.isNaN(x), "NaN: no token comes twice, so chance scores 0, not 0 / 0")
                .suspect(() -> mean(even(tokens, 0), ids, (t, s) -> s <= t && s > 0 && ids[s - 1] == ids[t]).at(0),
                        "1/T for every place: place t sees only t + 1 places, so each gets 1/(t+1)")
                .suspect(() -> mean(even(tokens, 1), ids, (t, s) -> s <= t && s > 0 && ids[s - 1] == ids[t]).at(0),
                        "1/t: place t sees t + 1 places, itself among them")
                .equalTo(expected);
    }

    /** All places alike: 1/T each, or, as if place t saw t places, 1/t. */
    private static Tensor even(int tokens, int kind) {
        float[] weights = new float[tokens * tokens];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = kind == 0 ? 1f / tokens : 1f / Math.max(1, i / tokens);
        }
        return Tensor.of(weights, 1, tokens, tokens);
    }

    private interface Target {
        boolean is(int t, int s);
    }

    private static Tensor mean(Tensor weights, int[] ids, Target target) {
        float[] score = new float[weights.size(0)];
        int places = 0;
        for (int t = 0; t < ids.length; t++) {
            int found = 0;
            for (int s = 0; s < ids.length; s++) {
                if (target.is(t, s)) {
                    found++;
                    for (int h = 0; h < score.length; h++) {
                        score[h] += weights.at(h, t, s);
                    }
                }
            }
            places += found > 0 ? 1 : 0;
        }
        return Tensor.vector(score).dividedBy(Math.max(1, places));
    }

    private static Tensor sum(Tensor weights, int[] ids) {
        int places = 0;
        for (int t = 0; t < ids.length; t++) {
            places += targets(ids, t) > 0 ? 1 : 0;
        }
        return mean(weights, ids, (t, s) -> s <= t && s > 0 && ids[s - 1] == ids[t]).times(places);
    }

    private static int pairs(int[] ids) {
        int pairs = 0;
        for (int t = 0; t < ids.length; t++) {
            pairs += targets(ids, t);
        }
        return pairs;
    }

    private static int targets(int[] ids, int t) {
        int found = 0;
        for (int s = 1; s <= t; s++) {
            found += ids[s - 1] == ids[t] ? 1 : 0;
        }
        return found;
    }

    private static int[] ids(int tokens) {
        Tensor random = new TorchRandom(6).rand(tokens);
        int[] ids = new int[tokens];
        for (int t = 0; t < tokens; t++) {
            ids[t] = (int) (5 * random.at(t));
        }
        return ids;
    }

    /** Weights of random heads; not causal, so that a look ahead shows. */
    private static Tensor random(int heads, int tokens, int seed) {
        return new TorchRandom(seed).randn(heads, tokens, tokens).softmax();
    }
}
