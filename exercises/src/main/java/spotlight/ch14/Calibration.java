package spotlight.ch14;

import static spotlight.check.Check.todo;

/**
 * Exercise 14.5, how sure is it, and may it be believed? Predict first, then measure.
 *
 * <p>An answer is as likely as all its words together: the product of their probabilities. That number is the model's
 * confidence. It is <em>calibrated</em> if of all answers given with a confidence of 0.8 eight in ten are right. The
 * expected calibration error ("On Calibration of Modern Neural Networks", Guo and others, 2017) measures how far from that
 * it is: answers are put into bins of equal width by their confidence, and
 *
 * <pre>{@code
 *   error = sum over bins of  (answers in the bin / all answers) |share of right ones - mean confidence|
 * }</pre>
 *
 * <p>Example: confidences 0.95 (right), 0.85 (wrong), 0.35 (right), 0.25 (wrong) in two bins: in [0, 0.5) half is right
 * and the mean is 0.3, in [0.5, 1] half is right and the mean is 0.9, so the error is 0.5 * 0.2 + 0.5 * 0.4 = 0.3.
 */
public final class Calibration {
    private Calibration() {
    }

    /**
     * Your guess before you compute anything: a model is 90 % sure of each word. From how many words on is its whole
     * answer less likely than a coin that shows heads? One more or less earns the point too.
     */
    public static int prediction() {
        return todo("14.5");
    }

    /** How likely a whole answer is, given the probabilities of its words, each behind those before it; 1 for none. */
    public static double confidence(double[] words) {
        return todo("14.5");
    }

    /**
     * The expected calibration error.
     *
     * @param confidence of each answer, from 0 to 1
     * @param right      whether it was right
     * @param bins       how many bins of equal width; a confidence of 1 belongs into the last one
     */
    public static double calibrationError(double[] confidence, boolean[] right, int bins) {
        return todo("14.5");
    }

    /**
     * When to say "I do not know": the smallest confidence of an answer from which on answers can be believed. Of all
     * answers that are given with at least this confidence, the share that is right must be {@code wanted} or more.
     *
     * @return one of the confidences; positive infinity if even the surest answers are too often wrong
     */
    public static double threshold(double[] confidence, boolean[] right, double wanted) {
        return todo("14.5");
    }
}
