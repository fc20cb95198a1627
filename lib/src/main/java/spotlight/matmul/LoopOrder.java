package spotlight.matmul;

import java.util.Arrays;

/** Step 2, the same three loops nested otherwise: only the way through memory changes. */
public final class LoopOrder {
    private LoopOrder() {
    }

    /** {@link MatrixProduct#multiply}, loops in the order i, p, j: rows of b are added to a row of c. */
    public static void ipj(int m, int n, int k, float[] a, float[] b, float[] c) {
        Arrays.fill(c, 0, m * n, 0);
        for (int i = 0; i < m; i++) {
            for (int p = 0; p < k; p++) {
                float x = a[i * k + p];
                for (int j = 0; j < n; j++) {
                    c[i * n + j] += x * b[p * n + j];
                }
            }
        }
    }

    /**
     * The order i, p, j once more, with each row of b and the row of c in an array of its own: index j, and nothing else,
     * in both. Now HotSpot's compiler sees that it may use vector registers, and does.
     */
    public static void ipjInRows(int m, int n, int k, float[] a, float[] b, float[] c) {
        float[][] rows = new float[k][];
        for (int p = 0; p < k; p++) {
            rows[p] = Arrays.copyOfRange(b, p * n, (p + 1) * n);
        }
        for (int i = 0; i < m; i++) {
            float[] sums = new float[n];
            for (int p = 0; p < k; p++) {
                float x = a[i * k + p];
                float[] row = rows[p];
                for (int j = 0; j < n; j++) {
                    sums[j] += x * row[j];
                }
            }
            System.arraycopy(sums, 0, c, i * n, n);
        }
    }

    /** {@link MatrixProduct#multiply}, loops in the order j, p, i: columns of a are added to a column of c. */
    public static void jpi(int m, int n, int k, float[] a, float[] b, float[] c) {
        Arrays.fill(c, 0, m * n, 0);
        for (int j = 0; j < n; j++) {
            for (int p = 0; p < k; p++) {
                float x = b[p * n + j];
                for (int i = 0; i < m; i++) {
                    c[i * n + j] += a[i * k + p] * x;
                }
            }
        }
    }
}
