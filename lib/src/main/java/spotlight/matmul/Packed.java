package spotlight.matmul;

import static spotlight.matmul.CacheBlocks.PRODUCTS;
import static spotlight.matmul.RegisterTile.COLUMNS;
import static spotlight.matmul.RegisterTile.ROWS;

import java.util.Arrays;

/** Step 6, b is copied into the order in which the tiles read it, and filled up with zeros: no jumps, no ragged edge. */
public final class Packed {
    private Packed() {
    }

    /** {@link MatrixProduct#multiply}. */
    public static void multiply(int m, int n, int k, float[] a, float[] b, float[] c) {
        multiplyRows(0, m, n, k, a, b, c);
    }

    /** The rows of c from one to another. */
    static void multiplyRows(int from, int to, int n, int k, float[] a, float[] b, float[] c) {
        Arrays.fill(c, from * n, to * n, 0);
        float[] panel = new float[PRODUCTS * COLUMNS];
        for (int p = 0; p < k; p += PRODUCTS) {
            int products = Math.min(PRODUCTS, k - p);
            for (int j = 0; j < n; j += COLUMNS) {
                int columns = Math.min(COLUMNS, n - j);
                pack(products, columns, b, p * n + j, n, panel);
                addRows(from, to, products, columns, k, a, p, panel, n, c, j);
            }
        }
    }

    /** Copies some columns of b, row after row, COLUMNS wide; those that b does not have are zero. */
    private static void pack(int products, int columns, float[] b, int bFrom, int n, float[] panel) {
        for (int p = 0; p < products; p++) {
            System.arraycopy(b, bFrom + p * n, panel, p * COLUMNS, columns);
            Arrays.fill(panel, p * COLUMNS + columns, (p + 1) * COLUMNS, 0);
        }
    }

    private static void addRows(int from, int to, int products, int columns, int k, float[] a, int p, float[] panel,
            int n, float[] c, int j) {
        int i = from;
        for (; i + ROWS <= to && columns == COLUMNS; i += ROWS) {
            RegisterTile.tile(products, a, i * k + p, k, panel, 0, COLUMNS, c, i * n + j, n);
        }
        float[] corner = new float[ROWS * COLUMNS];
        float[] lastRows = new float[ROWS * products];
        for (; i < to; i += ROWS) { // a tile that sticks out of c is computed beside it
            int rows = Math.min(ROWS, to - i);
            for (int r = 0; r < rows; r++) {
                System.arraycopy(a, (i + r) * k + p, lastRows, r * products, products);
            }
            Arrays.fill(corner, 0);
            RegisterTile.tile(products, lastRows, 0, products, panel, 0, COLUMNS, corner, 0, COLUMNS);
            for (int r = 0; r < rows; r++) {
                for (int column = 0; column < columns; column++) {
                    c[(i + r) * n + j + column] += corner[r * COLUMNS + column];
                }
            }
        }
    }
}
