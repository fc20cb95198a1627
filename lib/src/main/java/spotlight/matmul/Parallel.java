package spotlight.matmul;

import static spotlight.matmul.RegisterTile.ROWS;

import java.util.stream.IntStream;

/** Step 7, all cores: each computes some rows of c. No two write the same number, so nobody has to wait. */
public final class Parallel {
    private Parallel() {
    }

    /** {@link MatrixProduct#multiply} on all processors. */
    public static void multiply(int m, int n, int k, float[] a, float[] b, float[] c) {
        on(Runtime.getRuntime().availableProcessors()).multiply(m, n, k, a, b, c);
    }

    /** The product on this many threads; a thread gets whole tiles of rows. */
    public static MatrixProduct on(int threads) {
        return (m, n, k, a, b, c) -> {
            int tiles = (m + ROWS - 1) / ROWS;
            int rows = (tiles + threads - 1) / threads * ROWS;
            IntStream.range(0, threads).parallel().forEach(t -> {
                int from = Math.min(m, t * rows);
                int to = Math.min(m, from + rows);
                Packed.multiplyRows(from, to, n, k, a, b, c);
            });
        };
    }
}
