package spotlight.ch11;

import spotlight.tensor.Tensor;

/**
 * Exercise 11.6, is it an induction head? In a text that repeats itself there is a trick to know what comes next: look
 * for an earlier place with the same token, and see <b>what followed it there</b>. Heads that do this are called
 * induction heads ("In-context Learning and Induction Heads", Olsson and others, 2022).
 *
 * <pre>{@code
 *   place      0    1    2    3    4
 *   token      7    8    9    7    8
 *   place 3 has a 7, as place 0 had: an induction head at place 3 looks at place 1, where the 8 stands
 *   place 4 has an 8, as place 1 had: it looks at place 2
 * }</pre>
 *
 * The targets of place t are all places s, up to t itself, whose token before, s - 1, is an earlier place with the
 * token of t: {@code ids[s-1] == ids[t]} and {@code s - 1 < t}. The score of a head is the mean over those t that have
 * a target of the summed weight on its targets.
 *
 * <p>Example, the ids above: only places 3 and 4 have targets, so the score is
 * {@code (weights[h,3,1] + weights[h,4,2]) / 2}. A head that looks at all places up to its own alike gives 1/4 and 1/5
 * to them: what chance scores here is 0.225.
 */
public final class Induction {
    private Induction() {
    }

    /**
     * The induction score of each head.
     *
     * @param weights [H,T,T], causal; not modified
     * @param ids     the token at each place, T numbers
     * @return [H], from 0 to 1; all 0 if no token comes twice
     */
    public static Tensor score(Tensor weights, int[] ids) {
        float[] score = new float[weights.size(0)];
        int counted = 0;
        for (int t = 0; t < ids.length; t++) {
            boolean any = false;
            for (int s = 1; s <= t; s++) {
                if (ids[s - 1] == ids[t]) {
                    any = true;
                    for (int h = 0; h < score.length; h++) {
                        score[h] += weights.at(h, t, s);
                    }
                }
            }
            counted += any ? 1 : 0;
        }
        return Tensor.vector(score).dividedBy(Math.max(1, counted));
    }

    /**
     * What a head scores that looks at all places up to its own alike: the baseline, without which a score says
     * nothing.
     *
     * @return 0 if no token comes twice
     */
    public static double chance(int[] ids) {
        int tokens = ids.length;
        float[] even = new float[tokens * tokens];
        for (int t = 0; t < tokens; t++) {
            for (int s = 0; s <= t; s++) {
                even[t * tokens + s] = 1f / (t + 1);
            }
        }
        return score(Tensor.of(even, 1, tokens, tokens), ids).at(0);
    }
}
