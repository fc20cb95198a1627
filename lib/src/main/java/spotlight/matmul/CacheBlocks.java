package spotlight.matmul;

import static spotlight.matmul.RegisterTile.COLUMNS;
import static spotlight.matmul.RegisterTile.ROWS;

import java.util.Arrays;

/** Step 5, blocks that fit the caches: a part of a and a part of b are used up before the next parts are fetched. */
public final class CacheBlocks {
    /** Products summed up at a time: so many rows of a tile's columns of b are 16 to 32 KB, and stay in the L1 cache. */
    static final int PRODUCTS = 256;
    /** Rows of a block of a: 128 times 256 numbers are 128 KB, and stay in the L2 cache. */
    static final int BLOCK_ROWS = 128;

    private CacheBlocks() {
    }

    /** {@link MatrixProduct#multiply}, block by block. */
    public static void multiply(int m, int n, int k, float[] a, float[] b, float[] c) {
        Arrays.fill(c, 0, m * n, 0);
        int rows = m - m % ROWS;
        int columns = n - n % COLUMNS;
        for (int p = 0; p < k; p += PRODUCTS) {
            int products = Math.min(PRODUCTS, k - p);
            for (int top = 0; top < rows; top += BLOCK_ROWS) {
                int bottom = Math.min(top + BLOCK_ROWS, rows);
                for (int j = 0; j < columns; j += COLUMNS) {
                    for (int i = top; i < bottom; i += ROWS) {
                        RegisterTile.tile(products, a, i * k + p, k, b, p * n + j, n, c, i * n + j, n);
                    }
                }
            }
        }
        RegisterTile.addRest(0, rows, columns, n, k, a, b, c);
        RegisterTile.addRest(rows, m, 0, n, k, a, b, c);
    }
}
