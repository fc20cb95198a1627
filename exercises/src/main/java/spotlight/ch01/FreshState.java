package spotlight.ch01;

import static spotlight.check.Check.todo;

import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Exercise 1.6, find the bug: a reader for many samples, written by a colleague in a hurry. Each sample has T tokens; short
 * ones are filled up at their end, and {@code lengths[s]} says how many tokens of sample s are real.
 *
 * <p>It runs, it throws nothing, the shapes are right, and for a single full sample it is even correct. Yet there are
 * <b>two</b> mistakes in it:
 *
 * <pre>{@code
 * double[][] last = new double[samples.length][];
 * double[] h = start;
 * for (int s = 0; s < samples.length; s++) {
 *     for (double[] token : samples[s]) {
 *         h = cell.apply(token, h);
 *     }
 *     last[s] = h;
 * }
 * return last;
 * }</pre>
 *
 * <p>Copy the body and repair it. Then write the test that would have caught the worse of the two: what is read of a
 * sample must not depend on its company. Read all samples together, then each alone, and compare.
 *
 * <p>Example: the cell adds up, the start is [0], the samples are [[1], [2]] and [[5], [9]], the second with one real token.
 * Right is [[3], [5]]. The code above says [[3], [17]].
 */
public final class FreshState {
    private FreshState() {
    }

    /**
     * The state of each sample after its last real token.
     *
     * @param cell    from a token and the state before it to the state after it; makes a new array each time
     * @param samples S samples of T tokens each; not modified
     * @param lengths how many tokens of each sample are real, 1 to T; not modified
     * @param start   the state before the first token of every sample [H]; not modified
     * @return [S,H]
     */
    public static double[][] lastStates(BinaryOperator<double[]> cell, double[][][] samples, int[] lengths,
            double[] start) {
        return todo("1.6");
    }

    /**
     * Whether what is read of some sample depends on the other samples.
     *
     * @param reader  gives one state for each sample it is given, for any number of them
     * @param samples two or more; not modified
     * @return true if one number or more differs by more than 1e-9 from that of the sample alone
     */
    public static boolean leaks(Function<double[][][], double[][]> reader, double[][][] samples) {
        return todo("1.6");
    }
}
