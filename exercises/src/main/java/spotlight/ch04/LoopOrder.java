package spotlight.ch04;

import static spotlight.check.Check.todo;

/**
 * Exercise 4.1 Loop order: the same product, on a better way through memory.
 *
 * <p>The definition {@code c[i,j] = sum over p of a[i,p] b[p,j]} as three loops in the order i, j, p walks down the
 * columns of b: from one step of the innermost loop to the next it jumps over n numbers. Write the loops so that the
 * innermost one walks along the rows of b and of c, from each number to its neighbour.
 *
 * <pre>
 *   order      one step of the innermost loop moves      a       b       c
 *   i, j, p                                              1       n       0
 *   i, p, j   (yours)                                    0       1       1
 * </pre>
 *
 * <p>c comes with old numbers in it, and must be overwritten.
 *
 * <p>Example, m = n = k = 2: a = {1, 2, 3, 4}, b = {5, 6, 7, 8} give c = {19, 22, 43, 50}.
 */
public final class LoopOrder {

    private LoopOrder() {
    }

    /**
     * The product {@code c = a b}, loops in the order i, p, j.
     *
     * @param m rows of a and c
     * @param n columns of b and c
     * @param k columns of a, rows of b; may be 0: then c is all zero
     * @param a [m,k]; not modified
     * @param b [k,n]; not modified
     * @param c [m,n]; overwritten
     */
    public static void multiply(int m, int n, int k, float[] a, float[] b, float[] c) {
        todo("4.1");
    }
}
