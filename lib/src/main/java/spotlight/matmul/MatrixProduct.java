package spotlight.matmul;

/** One way to compute the matrix product {@code c = a b}. All ways give the same numbers, up to rounding. */
@FunctionalInterface
public interface MatrixProduct {
    /**
     * Computes {@code c = a b}; sizes are not checked.
     *
     * @param m rows of a and of c
     * @param n columns of b and of c
     * @param k columns of a, rows of b
     * @param a [m,k]; not modified
     * @param b [k,n]; not modified
     * @param c [m,n]; overwritten
     */
    void multiply(int m, int n, int k, float[] a, float[] b, float[] c);

    /** Floating-point operations of the product: a multiplication and an addition for each of m n k pairs. */
    static double flops(int m, int n, int k) {
        return 2.0 * m * n * k;
    }
}
