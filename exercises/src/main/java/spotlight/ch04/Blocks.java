package spotlight.ch04;

import static spotlight.check.Check.todo;

/**
 * Exercise 4.5 Blocks: a large product as many small ones, each of which fits into a cache.
 *
 * <p>Cut all three ranges into pieces of {@code block} (the last piece of each may be shorter). For each piece of rows,
 * each piece of p and each piece of columns, add the product of a block of a and a block of b to a block of c:
 *
 * <pre>
 *   a = [ A00 A01 ]   b = [ B00 B01 ]      C00 = A00·B00 + A01·B10
 *       [ A10 A11 ]       [ B10 B11 ]      C01 = A00·B01 + A01·B11   ...
 * </pre>
 *
 * <p>Six loops: three over the blocks, and inside them the three of exercise 4.1 over one block.
 *
 * <p>Example: m = 5 and block = 2 give the pieces 0-1, 2-3 and 4.
 */
public final class Blocks {

    private Blocks() {
    }

    /**
     * The product {@code c = a b}, block by block.
     *
     * @param block rows, columns and products of a block, at least 1; may be larger than the matrix
     * @param m rows of a and c
     * @param n columns of b and c
     * @param k columns of a, rows of b; may be 0: then c is all zero
     * @param a [m,k]; not modified
     * @param b [k,n]; not modified
     * @param c [m,n]; overwritten
     */
    public static void multiply(int block, int m, int n, int k, float[] a, float[] b, float[] c) {
        todo("4.5");
    }
}
