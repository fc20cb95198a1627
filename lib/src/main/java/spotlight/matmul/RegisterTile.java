package spotlight.matmul;

import static spotlight.matmul.Lanes.LANES;
import static spotlight.matmul.Lanes.SPECIES;

import java.util.Arrays;

import jdk.incubator.vector.FloatVector;

/** Step 4, a tile of c stays in registers while the products are summed up: each number loaded is used several times. */
public final class RegisterTile {
    /** Rows and columns of c in one tile. */
    static final int ROWS = 4;
    static final int COLUMNS = 2 * LANES;

    private RegisterTile() {
    }

    /** {@link MatrixProduct#multiply}, tile by tile; what is left over at the right and below, number by number. */
    public static void multiply(int m, int n, int k, float[] a, float[] b, float[] c) {
        Arrays.fill(c, 0, m * n, 0);
        int rows = m - m % ROWS;
        int columns = n - n % COLUMNS;
        for (int j = 0; j < columns; j += COLUMNS) {
            for (int i = 0; i < rows; i += ROWS) {
                tile(k, a, i * k, k, b, j, n, c, i * n + j, n);
            }
        }
        addRest(0, rows, columns, n, k, a, b, c);
        addRest(rows, m, 0, n, k, a, b, c);
    }

    /** Adds k products to each element of a tile of c: four rows of a times two vectors of columns of b. */
    static void tile(int k, float[] a, int aFrom, int aRow, float[] b, int bFrom, int bRow, float[] c, int cFrom,
            int cRow) {
        FloatVector c00 = load(c, cFrom), c01 = load(c, cFrom + LANES);
        FloatVector c10 = load(c, cFrom + cRow), c11 = load(c, cFrom + cRow + LANES);
        FloatVector c20 = load(c, cFrom + 2 * cRow), c21 = load(c, cFrom + 2 * cRow + LANES);
        FloatVector c30 = load(c, cFrom + 3 * cRow), c31 = load(c, cFrom + 3 * cRow + LANES);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = load(b, bFrom + p * bRow), b1 = load(b, bFrom + p * bRow + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aFrom + p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aFrom + aRow + p]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aFrom + 2 * aRow + p]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aFrom + 3 * aRow + p]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, cFrom);
        c01.intoArray(c, cFrom + LANES);
        c10.intoArray(c, cFrom + cRow);
        c11.intoArray(c, cFrom + cRow + LANES);
        c20.intoArray(c, cFrom + 2 * cRow);
        c21.intoArray(c, cFrom + 2 * cRow + LANES);
        c30.intoArray(c, cFrom + 3 * cRow);
        c31.intoArray(c, cFrom + 3 * cRow + LANES);
    }

    /** The rows from one to another, from some column on: what does not fill a tile. */
    static void addRest(int fromRow, int toRow, int fromColumn, int n, int k, float[] a, float[] b, float[] c) {
        for (int i = fromRow; i < toRow; i++) {
            for (int p = 0; p < k; p++) {
                float x = a[i * k + p];
                for (int j = fromColumn; j < n; j++) {
                    c[i * n + j] += x * b[p * n + j];
                }
            }
        }
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }
}
