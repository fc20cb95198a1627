package spotlight.ch09;

import static spotlight.check.Check.todo;

import java.util.function.ToDoubleFunction;

/**
 * Exercise 9.5, which word did it? An attention map shows where a model looked, which is not yet why it said what it
 * said. A plainer question has a plain experiment: take the word out, ask again, and see how far the answer moves.
 *
 * <pre>
 *   score(the film was not bad) = 1.5
 *   score(the film was bad)     = -2          importance of "not" = 1.5 - (-2) = 3.5
 *   score(the film was not)     = -1          importance of "bad" = 1.5 - (-1) = 2.5
 * </pre>
 *
 * Positive: the word speaks for the answer; negative: against it. Whether attention tells the same story is then a
 * question of rank: do both put the words into the same order? Kendall's tau looks at all pairs of words:
 *
 * <pre>
 *   tau = (pairs in the same order - pairs in opposite order) / all pairs
 *
 *   a = (3, 1, 2), b = (9, 4, 1):  pair 0,1 same   pair 0,2 same   pair 1,2 opposite      tau = (2 - 1) / 3
 * </pre>
 *
 * 1 is the same order, -1 the opposite, 0 none. A pair with equal values in a or in b counts for neither side.
 */
public final class LeaveOneOut {
    private LeaveOneOut() {
    }

    /**
     * What each word adds to the score: with it minus without it.
     *
     * @param ids   the words, two at least; not modified
     * @param score of any text, for instance the logit of good minus the logit of bad
     * @return one number a word
     */
    public static double[] importance(int[] ids, ToDoubleFunction<int[]> score) {
        return todo("9.5");
    }

    /** The place of the word that moves the score most, up or down; of equals the first. */
    public static int mostImportant(double[] importance) {
        return todo("9.5");
    }

    /**
     * Kendall's tau, from -1 to 1.
     *
     * @param a two values at least
     * @param b as many
     */
    public static double kendall(double[] a, double[] b) {
        return todo("9.5");
    }
}
