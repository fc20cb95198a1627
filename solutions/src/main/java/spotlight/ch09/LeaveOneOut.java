package spotlight.ch09;

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
        double all = score.applyAsDouble(ids);
        double[] importance = new double[ids.length];
        for (int i = 0; i < ids.length; i++) {
            importance[i] = all - score.applyAsDouble(without(ids, i));
        }
        return importance;
    }

    private static int[] without(int[] ids, int place) {
        int[] left = new int[ids.length - 1];
        System.arraycopy(ids, 0, left, 0, place);
        System.arraycopy(ids, place + 1, left, place, left.length - place);
        return left;
    }

    /** The place of the word that moves the score most, up or down; of equals the first. */
    public static int mostImportant(double[] importance) {
        int most = 0;
        for (int i = 1; i < importance.length; i++) {
            if (Math.abs(importance[i]) > Math.abs(importance[most])) {
                most = i;
            }
        }
        return most;
    }

    /**
     * Kendall's tau, from -1 to 1.
     *
     * @param a two values at least
     * @param b as many
     */
    public static double kendall(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = i + 1; j < a.length; j++) {
                sum += Math.signum(a[i] - a[j]) * Math.signum(b[i] - b[j]);
            }
        }
        return sum / (a.length * (a.length - 1) / 2);
    }
}
