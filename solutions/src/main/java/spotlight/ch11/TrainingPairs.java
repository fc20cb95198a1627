package spotlight.ch11;

import java.util.Arrays;

import spotlight.model.Gpt;

/**
 * Exercise 11.1, training pairs from a text. A language model learns from nothing but text: at every place it is asked
 * "what comes next?", and the text itself has the answer one place further on.
 *
 * <pre>{@code
 *   text      t  h  e     c  a  t
 *   input     t  h  e     c  a            all but the last token
 *   target    h  e     c  a  t            all but the first: target[i] is what follows input[i]
 * }</pre>
 *
 * Example: ids = {5, 7, 2, 9, 4}, a context of 3. There are two windows: the one that starts at 0 has the inputs
 * {5, 7, 2} and the targets {7, 2, 9}, the one that starts at 1 has {7, 2, 9} and {2, 9, 4}. No window starts at 2: its
 * last target would lie behind the end of the text.
 *
 * <p>Rows of a batch are of one length, so short texts are filled up. What is filled in must not be learned:
 * {@code Gpt.loss} skips each target that is {@link Gpt#IGNORE}, the number -100.
 */
public final class TrainingPairs {
    private TrainingPairs() {
    }

    /**
     * How many windows a text has, one for each place where a window can start.
     *
     * @param length  tokens of the text
     * @param context tokens that a window reads, at least 1
     * @return 0 if the text is too short for one
     */
    public static int windows(int length, int context) {
        return Math.max(0, length - context);
    }

    /**
     * What the model reads in one window.
     *
     * @param ids     the text; not modified
     * @param from    where the window starts, from 0 to {@code windows - 1}
     * @param context how many tokens
     */
    public static int[] inputs(int[] ids, int from, int context) {
        return Arrays.copyOfRange(ids, from, from + context);
    }

    /** What it is to predict there: for each input the token that follows it in the text. */
    public static int[] targets(int[] ids, int from, int context) {
        return Arrays.copyOfRange(ids, from + 1, from + 1 + context);
    }

    /**
     * All targets of one short text, filled up to the width of its batch with {@link Gpt#IGNORE}. For ids {5, 7, 2} and
     * a width of 4 these are {7, 2, -100, -100}.
     *
     * @param ids   a whole text of at least two tokens; not modified
     * @param width how many targets there are to be, at least {@code ids.length - 1}
     */
    public static int[] padded(int[] ids, int width) {
        int[] targets = new int[width];
        Arrays.fill(targets, Gpt.IGNORE);
        System.arraycopy(ids, 1, targets, 0, ids.length - 1);
        return targets;
    }
}
