package spotlight.ch11;

import static spotlight.check.Check.todo;

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
        return todo("11.6");
    }

    /**
     * What a head scores that looks at all places up to its own alike: the baseline, without which a score says
     * nothing.
     *
     * @return 0 if no token comes twice
     */
    public static double chance(int[] ids) {
        return todo("11.6");
    }
}
