package spotlight.ch14;

/**
 * Exercise 14.2, find the bug: only answers are learned.
 *
 * <p>The assistant shall learn to answer, not to ask. So the loss counts a token only if the assistant has to write it:
 * the words of its answers and the mark {@link #END} behind them. At position t the model has read {@code ids[0..t]} and
 * is asked for what comes <em>next</em>; the target is that token, or {@link #IGNORE} where the next token is none of
 * the assistant's.
 *
 * <p>A colleague wrote this. The training loss fell to zero within a minute, and the model has learned nothing:
 *
 * <pre>{@code
 * int[] targets = new int[ids.length];
 * boolean answering = false;
 * for (int t = 0; t < ids.length; t++) {
 *     if (ids[t] == USER || ids[t] == ASSISTANT) {
 *         answering = ids[t] == ASSISTANT;
 *     }
 *     targets[t] = answering ? ids[t] : IGNORE;
 * }
 * return targets;
 * }</pre>
 *
 * Copy it and mend it. There is more than one thing wrong with it: mind the mark that comes behind an answer.
 *
 * <p>Example, with {@code -} for IGNORE:
 *
 * <pre>{@code
 *   ids      1 10 11  2 20 21  3  1 12  2 22  3
 *   targets  -  -  - 20 21  3  -  -  - 22  3  -
 * }</pre>
 */
public final class AnswersOnly {
    /** Stands before what the user says. */
    public static final int USER = 1;
    /** Stands before what the assistant says. */
    public static final int ASSISTANT = 2;
    /** Stands behind what the assistant says. */
    public static final int END = 3;
    /** The target that does not count. */
    public static final int IGNORE = -100;

    private AnswersOnly() {
    }

    /**
     * What the model is asked for at each position.
     *
     * @param ids a dialogue with its marks; not modified
     * @return as many targets as ids; the last is IGNORE, as nothing follows
     */
    public static int[] targets(int[] ids) {
        int[] targets = new int[ids.length];
        boolean answering = false;
        for (int t = 0; t < ids.length; t++) {
            if (ids[t] == ASSISTANT) {
                answering = true;
            } else if (ids[t] == END) {
                answering = false;
            }
            targets[t] = answering && t + 1 < ids.length ? ids[t + 1] : IGNORE;
        }
        return targets;
    }

    /**
     * The mean loss over the positions that count.
     *
     * @param losses  the loss at each position, in nats
     * @param targets as above
     * @return their mean; 0 if none counts
     */
    public static double meanLoss(double[] losses, int[] targets) {
        double sum = 0;
        int counted = 0;
        for (int t = 0; t < losses.length; t++) {
            if (targets[t] != IGNORE) {
                sum += losses[t];
                counted++;
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }
}
