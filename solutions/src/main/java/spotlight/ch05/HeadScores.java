package spotlight.ch05;

import spotlight.tensor.Tensor;

/**
 * Exercise 5.5, what does a head do? Do not name it, measure it. Each method gives one number per head, from weights
 * [H,T,T] of one sentence: row t holds what token t looks at.
 *
 * <pre>{@code
 *   previousToken   mean over t = 1 .. T-1 of weights[h, t, t-1]
 *   sameToken       mean over the tokens t that have a twin of  (sum over twins s of weights[h, t, s]);
 *                   twins of t are the OTHER places s with ids[s] = ids[t]; a sentence without twins scores 0
 *   uniformity      mean over t of entropy(row t) / ln T, entropy = - sum of w · ln w in nats, and 0 · ln 0 = 0
 * }</pre>
 *
 * Example, H = 1, T = 3, ids = {7, 8, 7}:
 *
 * <pre>{@code
 *   1.0  0.0  0.0        previousToken = (1.0 + 0.0) / 2 = 0.5
 *   1.0  0.0  0.0        sameToken     = (0.0 + 0.5) / 2 = 0.25       tokens 0 and 2 are twins
 *   0.5  0.0  0.5        uniformity    = (0 + 0 + ln 2) / 3 / ln 3 = 0.2103
 * }</pre>
 */
public final class HeadScores {
    private HeadScores() {
    }

    /**
     * How much each head looks one place back: 1 if nowhere else.
     *
     * @param weights [H,T,T], T at least 2; not modified
     * @return [H]
     */
    public static Tensor previousToken(Tensor weights) {
        float[] score = new float[weights.size(0)];
        int tokens = weights.size(1);
        for (int h = 0; h < score.length; h++) {
            double sum = 0;
            for (int t = 1; t < tokens; t++) {
                sum += weights.at(h, t, t - 1);
            }
            score[h] = (float) (sum / (tokens - 1));
        }
        return Tensor.vector(score);
    }

    /**
     * How much each head looks at other places with the same word.
     *
     * @param weights [H,T,T]; not modified
     * @param ids     the word at each place, T numbers
     * @return [H], all 0 if no word occurs twice
     */
    public static Tensor sameToken(Tensor weights, int[] ids) {
        float[] score = new float[weights.size(0)];
        int queries = 0;
        for (int t = 0; t < ids.length; t++) {
            boolean hasTwin = false;
            for (int s = 0; s < ids.length; s++) {
                if (s != t && ids[s] == ids[t]) {
                    hasTwin = true;
                    for (int h = 0; h < score.length; h++) {
                        score[h] += weights.at(h, t, s);
                    }
                }
            }
            queries += hasTwin ? 1 : 0;
        }
        return Tensor.vector(score).dividedBy(Math.max(queries, 1));
    }

    /**
     * How evenly each head spreads its attention: 1 all places alike, 0 one place only.
     *
     * @param weights [H,T,T], T at least 2; not modified
     * @return [H]
     */
    public static Tensor uniformity(Tensor weights) {
        Tensor terms = weights.map(w -> w == 0 ? 0 : -w * (float) Math.log(w)); // [H,T,T]
        Tensor entropy = terms.sum(2).mean(1); // [H], in nats
        return entropy.dividedBy((float) Math.log(weights.size(1)));
    }
}
