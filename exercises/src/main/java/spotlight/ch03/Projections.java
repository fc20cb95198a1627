package spotlight.ch03;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 3.1 Projections: from tokens to queries, keys and values.
 *
 * <p>Every token is a row of numbers. Three matrices turn it into the question it asks (query), the label it wears
 * (key) and the news it brings (value):
 *
 * <pre>
 *   q = x · wQuery        [.., T, K]
 *   k = x · wKey          [.., T, K]
 *   v = x · wValue        [.., T, Dv]
 * </pre>
 *
 * <p>Letters: T tokens, D numbers per token, K numbers per query and key, Dv numbers per value. In this chapter a
 * weight matrix is [D,K]: one row for each number that comes <b>in</b>, one column for each number that goes
 * <b>out</b>.
 *
 * <p><b>First</b> write {@link #projectToken} with two plain loops, for one token and one matrix. Example:
 *
 * <pre>
 *   token (1, 2)    w = | 3  4 |     ->  (1·3 + 2·5,  1·4 + 2·6)  =  (13, 16)
 *                       | 5  6 |
 * </pre>
 *
 * <p><b>Then</b> write {@link #project}, which does it for all tokens (and for all sequences of a batch) at once. Here
 * {@link Tensor#matmul} does the loops for you.
 */
public final class Projections {

    private Projections() {
    }

    /** What a token sends out: q and k are [.., T, K], v is [.., T, Dv]. */
    public record Projected(Tensor q, Tensor k, Tensor v) {
    }

    /**
     * One token times one matrix, in plain loops.
     *
     * @param token D numbers; not modified
     * @param w [D,K]: {@code w[d][j]} leads from number d of the token to number j of the result; not modified
     * @return K numbers
     */
    public static double[] projectToken(double[] token, double[][] w) {
        return todo("3.1");
    }

    /**
     * All tokens at once.
     *
     * @param x tokens [T,D] or [B,T,D]; not modified
     * @param wQuery [D,K]
     * @param wKey [D,K]
     * @param wValue [D,Dv]
     */
    public static Projected project(Tensor x, Tensor wQuery, Tensor wKey, Tensor wValue) {
        return todo("3.1");
    }
}
