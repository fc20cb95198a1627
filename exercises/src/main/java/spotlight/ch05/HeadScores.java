package spotlight.ch05;

import static spotlight.check.Check.todo;

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
        return todo("5.5");
    }

    /**
     * How much each head looks at other places with the same word.
     *
     * @param weights [H,T,T]; not modified
     * @param ids     the word at each place, T numbers
     * @return [H], all 0 if no word occurs twice
     */
    public static Tensor sameToken(Tensor weights, int[] ids) {
        return todo("5.5");
    }

    /**
     * How evenly each head spreads its attention: 1 all places alike, 0 one place only.
     *
     * @param weights [H,T,T], T at least 2; not modified
     * @return [H]
     */
    public static Tensor uniformity(Tensor weights) {
        return todo("5.5");
    }
}
