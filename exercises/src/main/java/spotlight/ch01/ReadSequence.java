package spotlight.ch01;

import static spotlight.check.Check.todo;

import java.util.function.BinaryOperator;

/**
 * Exercise 1.2, read a sequence, and fall into the trap of the reused buffer on the way. A recurrent network reads token
 * after token, always with the same cell, and hands its state on:
 *
 * <pre>{@code
 * h1 = cell(x1, start),   h2 = cell(x2, h1),   h3 = cell(x3, h2)  ...
 * }</pre>
 *
 * <p>The cell is given, {@code cell.apply(x, h)} returns the state after x. Two things about it:
 *
 * <ul>
 * <li>It changes neither x nor h.
 * <li>To be fast it may return <b>the same array each time</b>, filled anew. Whoever keeps that array and not a copy of its
 * numbers ends up with T names for the last state. No error is thrown, and the last row is right.
 * </ul>
 *
 * <p>Example: the cell adds up, {@code h' = h + x}, and starts with [10]. Tokens [1], [2], [3] give the states [11], [13],
 * [16].
 */
public final class ReadSequence {
    private ReadSequence() {
    }

    /**
     * The state after each token.
     *
     * @param cell   from a token and the state before it to the state after it; may use its result's array again
     * @param tokens T tokens; not modified
     * @param start  the state before the first token [H]; not modified
     * @return T states in arrays of their own; the start is not among them
     */
    public static double[][] states(BinaryOperator<double[]> cell, double[][] tokens, double[] start) {
        return todo("1.2");
    }

    /**
     * The state after the last token; after no token at all it is the start.
     *
     * @return [H], an array of its own
     */
    public static double[] last(BinaryOperator<double[]> cell, double[][] tokens, double[] start) {
        return todo("1.2");
    }
}
