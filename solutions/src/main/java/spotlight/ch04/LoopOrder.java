package spotlight.ch04;

import java.util.Arrays;

/** Exercise 4.1 Loop order: rows of b are added to a row of c, so the innermost loop walks along both. */
public final class LoopOrder {

    private LoopOrder() {
    }

    /** The product {@code c = a b}: a [m,k], b [k,n], c [m,n]. */
    public static void multiply(int m, int n, int k, float[] a, float[] b, float[] c) {
        Arrays.fill(c, 0);
        for (int i = 0; i < m; i++) {
            for (int p = 0; p < k; p++) {
                float x = a[i * k + p];
                for (int j = 0; j < n; j++) {
                    c[i * n + j] += x * b[p * n + j];
                }
            }
        }
    }
}
