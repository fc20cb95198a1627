package spotlight.ch03;

import static spotlight.check.Check.todo;

/**
 * Exercise 3.6 The cost of looking at everything: predict, then measure.
 *
 * <p>Count the multiplications of self-attention on one sequence of T tokens (leave out the scaling and the softmax).
 * A product of an [m,k] matrix with a [k,n] matrix takes {@code m·k·n} of them.
 *
 * <p><b>Predict first</b>, on paper: the sequence gets twice as long. How many times as much work are the projections,
 * and how many times as much is the rest? Then write the three formulas. The tests run the real loops with a counter
 * in the innermost line and compare.
 *
 * <pre>
 *   q, k = x · wQuery, x · wKey    x [T,D], weights [D,K]
 *   v = x · wValue                 weights [D,Dv]
 *   scores = q · kT                [T,K] x [K,T]
 *   output = weights · v           [T,T] x [T,Dv]
 * </pre>
 *
 * <p>Example: T = 2, D = 3, K = 1, Dv = 1. Projections 2·3·1 for each of q, k and v = 18. Mixing: 2·1·2 for the scores
 * and 2·2·1 for the output = 8.
 */
public final class CostOfAttention {

    private CostOfAttention() {
    }

    /** Multiplications that make q, k and v from x. Sizes can be large: mind the range of an int. */
    public static long projections(int tokens, int dModel, int headDim, int valueDim) {
        return todo("3.6");
    }

    /** Multiplications of the scores and of the weighted sums together. */
    public static long mixing(int tokens, int headDim, int valueDim) {
        return todo("3.6");
    }

    /** The smallest number of tokens at which the mixing costs <b>more</b> than the projections. */
    public static long crossover(int dModel, int headDim, int valueDim) {
        return todo("3.6");
    }
}
