package spotlight.baseline;

/** Solves linear equations whose matrix is symmetric and positive definite. */
final class Cholesky {
    private Cholesky() {
    }

    /**
     * The x of {@code a x = b}: with {@code a = L L^T}, first {@code L y = b}, then {@code L^T x = y}.
     *
     * @param a symmetric, positive definite; its lower half becomes L
     * @param b not modified
     */
    static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                a[i][j] = i == j ? Math.sqrt(sum) : sum / a[j][j];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= a[i][k] * x[k];
            }
            x[i] /= a[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= a[k][i] * x[k];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}
