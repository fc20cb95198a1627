package spotlight.ch04;

import java.util.Arrays;

/** Exercise 4.5 Blocks: three loops over the blocks, three inside each. */
public final class Blocks {

    private Blocks() {
    }

    /** The product {@code c = a b}, block by block: a [m,k], b [k,n], c [m,n]. */
    public static void multiply(int block, int m, int n, int k, float[] a, float[] b, float[] c) {
        Arrays.fill(c, 0);
        for (int top = 0; top < m; top += block) {
            for (int first = 0; first < k; first += block) {
                for (int left = 0; left < n; left += block) {
                    int bottom = Math.min(top + block, m);
                    int last = Math.min(first + block, k);
                    int right = Math.min(left + block, n);
                    for (int i = top; i < bottom; i++) {
                        for (int p = first; p < last; p++) {
                            float x = a[i * k + p];
                            for (int j = left; j < right; j++) {
                                c[i * n + j] += x * b[p * n + j];
                            }
                        }
                    }
                }
            }
        }
    }
}
