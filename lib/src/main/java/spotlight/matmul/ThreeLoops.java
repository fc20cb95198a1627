package spotlight.matmul;

/** Step 1, the definition: {@code c[i,j] = sum over p of a[i,p] b[p,j]}. */
public final class ThreeLoops {
    private ThreeLoops() {
    }

    /** {@link MatrixProduct#multiply}, loops in the order i, j, p: each element of c at one go. */
    public static void multiply(int m, int n, int k, float[] a, float[] b, float[] c) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = 0;
                for (int p = 0; p < k; p++) {
                    sum += a[i * k + p] * b[p * n + j];
                }
                c[i * n + j] = sum;
            }
        }
    }
}
