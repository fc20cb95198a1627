package spotlight.tensor;

import java.util.Arrays;

/**
 * The specification: every kernel as the plainest loop that computes it, most of them in the interfaces that
 * {@link Kernels} is made of. It also runs where the vector module is missing.
 */
public sealed class ScalarKernels implements Kernels permits VectorKernels {

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public void gemm(boolean aT, boolean bT, int m, int n, int k, float[] a, int aFrom, int aRow, float[] b, int bFrom,
            int bRow, boolean add, float[] c, int cFrom, int cRow) {
        int aDown = aT ? 1 : aRow; // from op(a)[i,p] to op(a)[i+1,p]
        int aRight = aT ? aRow : 1; // and to op(a)[i,p+1]
        for (int i = 0; i < m; i++) {
            int row = cFrom + i * cRow;
            if (!add) {
                Arrays.fill(c, row, row + n, 0);
            }
            if (bT) {
                rowNT(n, k, a, aFrom + i * aDown, aRight, b, bFrom, bRow, c, row);
            } else {
                rowNN(n, k, a, aFrom + i * aDown, aRight, b, bFrom, bRow, c, row);
            }
        }
    }

    /** One row of c gathers the rows of b, each times one element of a. */
    private static void rowNN(int n, int k, float[] a, int aFrom, int aRight, float[] b, int bFrom, int bRow,
            float[] c, int cFrom) {
        for (int p = 0; p < k; p++) {
            float x = a[aFrom + p * aRight];
            for (int j = 0; j < n; j++) {
                c[cFrom + j] = Fma.fma(x, b[bFrom + p * bRow + j], c[cFrom + j]);
            }
        }
    }

    /** One row of c, each element the dot product with a row of b. */
    private static void rowNT(int n, int k, float[] a, int aFrom, int aRight, float[] b, int bFrom, int bRow,
            float[] c, int cFrom) {
        for (int j = 0; j < n; j++) {
            float sum = c[cFrom + j];
            for (int p = 0; p < k; p++) {
                sum = Fma.fma(a[aFrom + p * aRight], b[bFrom + j * bRow + p], sum);
            }
            c[cFrom + j] = sum;
        }
    }

    @Override
    public float dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return (float) sum;
    }
}
