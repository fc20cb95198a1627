package spotlight.tensor;

import static spotlight.tensor.VectorMath.LANES;

import java.util.Arrays;

/**
 * Matrix products on vector registers. The plan is that of Goto and van de Geijn, "Anatomy of High-Performance Matrix
 * Multiplication" (2008): the numbers travel from memory to the registers through caches that are small and fast, so
 * each cache holds the block of a matrix that is used again soonest.
 *
 * <pre>
 * for NC columns of b and c
 *   for KC of the inner index k         copy b[KC,NC] into panels of PANEL columns     (second cache)
 *     for MC rows of a and c            a[MC,KC] stays where it is; aT is copied       (second cache)
 *       for each panel                  b[KC,PANEL]                                    (first cache)
 *         for ROWS rows                 c[ROWS,PANEL] is summed up in registers: Tile8, Tile4
 * </pre>
 *
 * <p>The result is the same to the bit whatever the block sizes, variant and vector width: each element is one chain of
 * fused multiply-adds over the inner index, and a block of k begins with what the block before it left in c. (Only
 * {@link MatrixVector#dots} departs from that.)
 */
final class Gemm {
    /** Columns of a panel: two vectors. */
    static final int PANEL = 2 * LANES;

    /** Rows of c in registers: 16 sums, if the processor has 32 vector registers; AVX2 and SSE have 16. */
    static final int ROWS = LANES == 16 || System.getProperty("os.arch").equals("aarch64") ? Tile8.ROWS : Tile4.ROWS;

    /**
     * Block sizes in the order of the loops: b takes 512 KB of the second cache, a 256 KB. A panel takes 64 KB with
     * vectors of 512 bits, more than some first caches have; half as deep it would fit, but c would be read and written
     * twice as often, and measured it was 3 % slower.
     */
    private static final int NC = 256;
    private static final int KC = 512;
    private static final int MC = 128;

    private static final float[] ZEROS = new float[PANEL];
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private Gemm() {
    }

    /** What a thread keeps from one product to the next, so that none of them allocates. */
    private static final class Scratch {
        float[] a = new float[0];
        float[] b = new float[0];
        final float[] tile = new float[ROWS * PANEL];

        float[] a(int size) {
            a = a.length < size ? new float[size] : a;
            return a;
        }

        float[] b(int size) {
            b = b.length < size ? new float[size] : b;
            return b;
        }
    }

    /** {@link Kernels#gemm}. */
    static void gemm(boolean aT, boolean bT, int m, int n, int k, float[] a, int aFrom, int aRow, float[] b, int bFrom,
            int bRow, boolean add, float[] c, int cFrom, int cRow) {
        if (k == 0 && !add) {
            for (int i = 0; i < m; i++) {
                Arrays.fill(c, cFrom + i * cRow, cFrom + i * cRow + n, 0);
            }
        }
        if (m == 0 || n == 0 || k == 0) {
            return;
        }
        // Measured at all shapes of a small GPT: with fewer rows than a tile has, copying b into panels costs more than
        // it brings, since the product takes as long as reading b; from a full tile on, panels win.
        if (m == 1 && !aT && bT) {
            MatrixVector.dots(n, k, b, bFrom, bRow, a, aFrom, add, c, cFrom, 1, SCRATCH.get().tile);
        } else if (n == 1 && !aT && (bT || bRow == 1)) {
            MatrixVector.dots(m, k, a, aFrom, aRow, b, bFrom, add, c, cFrom, cRow, SCRATCH.get().tile);
        } else if (m < ROWS && n >= LANES && !bT) {
            MatrixVector.gather(m, n, k, a, aFrom, aT ? 1 : aRow, aT ? aRow : 1, b, bFrom, bRow, add, c, cFrom, cRow);
        } else if (n == 1 && m >= LANES && aT && cRow == 1) {
            MatrixVector.gather(1, m, k, b, bFrom, 0, bT ? 1 : bRow, a, aFrom, aRow, add, c, cFrom, 0);
        } else {
            blocks(aT, bT, m, n, k, a, aFrom, aRow, b, bFrom, bRow, add, c, cFrom, cRow);
        }
    }

    /** The loops over blocks. */
    private static void blocks(boolean aT, boolean bT, int m, int n, int k, float[] a, int aFrom, int aRow, float[] b,
            int bFrom, int bRow, boolean add, float[] c, int cFrom, int cRow) {
        int kBlock = evenBlock(k, KC);
        float[] packed = SCRATCH.get().b(panels(Math.min(n, NC)) * kBlock * PANEL);
        for (int j = 0; j < n; j += NC) {
            int columns = Math.min(NC, n - j);
            for (int p = 0; p < k; p += kBlock) {
                int depth = Math.min(kBlock, k - p);
                int bBlock = bFrom + (bT ? j * bRow + p : p * bRow + j);
                for (int i = 0; i < m; i += MC) {
                    int aBlock = aFrom + (aT ? p * aRow + i : i * aRow + p);
                    block(aT, bT, Math.min(MC, m - i), columns, depth, a, aBlock, aRow, b, bBlock, bRow, i == 0, packed,
                            add || p > 0, c, cFrom + i * cRow + j, cRow);
                }
            }
        }
    }

    /** A block of rows times a block of b, which is packed, panel by panel, when it is needed for the first time. */
    private static void block(boolean aT, boolean bT, int m, int n, int k, float[] a, int aFrom, int aRow, float[] b,
            int bFrom, int bRow, boolean pack, float[] packed, boolean add, float[] c, int cFrom, int cRow) {
        int inPlace = aT ? 0 : m - m % ROWS; // rows of a that are read where they are
        float[] slabs = packRest(aT, inPlace, m, k, a, aFrom, aRow);
        for (int j = 0; j < n; j += PANEL) {
            int width = Math.min(PANEL, n - j);
            if (pack) {
                GemmPack.panel(bT, k, width, b, bFrom + (bT ? j * bRow : j), bRow, packed, j * k);
            }
            rows(inPlace, width, k, a, aFrom, aRow, packed, j * k, add, c, cFrom + j, cRow);
            packedRows(m - inPlace, width, k, slabs, packed, j * k, add, c, cFrom + inPlace * cRow + j, cRow);
        }
    }

    /** The rows from..m-1 of a, as panels of the columns of aT. */
    private static float[] packRest(boolean aT, int from, int m, int k, float[] a, int aFrom, int aRow) {
        float[] slabs = SCRATCH.get().a(panels(m - from) * k * PANEL);
        for (int i = from; i < m; i += PANEL) {
            GemmPack.panel(!aT, k, Math.min(PANEL, m - i), a, aFrom + (aT ? i : i * aRow), aRow, slabs,
                    (i - from) * k);
        }
        return slabs;
    }

    /**
     * {@code c = a b} or {@code c += a b} for one packed panel of b: a [m,k], where m is a multiple of ROWS; c
     * [m,width].
     */
    static void rows(int m, int width, int k, float[] a, int aFrom, int aRow, float[] panel, int panelFrom, boolean add,
            float[] c, int cFrom, int cRow) {
        float[] start = add ? c : ZEROS;
        int startRow = add ? cRow : 0;
        for (int i = 0; i < m; i += ROWS) {
            int to = cFrom + i * cRow;
            if (width == PANEL) {
                tile(k, a, aFrom + i * aRow, aRow, panel, panelFrom, start, add ? to : 0, startRow, c, to, cRow);
            } else {
                float[] tile = load(ROWS, width, add, c, to, cRow);
                tile(k, a, aFrom + i * aRow, aRow, panel, panelFrom, tile, 0, PANEL, tile, 0, PANEL);
                store(ROWS, width, tile, c, to, cRow);
            }
        }
    }

    /** The same with a packed as panels of aT, and any m. */
    static void packedRows(int m, int width, int k, float[] slabs, float[] panel, int panelFrom, boolean add, float[] c,
            int cFrom, int cRow) {
        float[] start = add ? c : ZEROS;
        int startRow = add ? cRow : 0;
        for (int i = 0; i < m; i += ROWS) {
            int rows = Math.min(ROWS, m - i);
            int from = i / PANEL * PANEL * k + i % PANEL;
            int to = cFrom + i * cRow;
            if (rows == ROWS && width == PANEL) {
                packedTile(k, slabs, from, panel, panelFrom, start, add ? to : 0, startRow, c, to, cRow);
            } else {
                float[] tile = load(rows, width, add, c, to, cRow);
                packedTile(k, slabs, from, panel, panelFrom, tile, 0, PANEL, tile, 0, PANEL);
                store(rows, width, tile, c, to, cRow);
            }
        }
    }

    private static void tile(int k, float[] a, int aFrom, int aRow, float[] panel, int panelFrom, float[] start,
            int startFrom, int startRow, float[] c, int cFrom, int cRow) {
        if (ROWS == Tile8.ROWS) {
            Tile8.rows(k, a, aFrom, aRow, panel, panelFrom, start, startFrom, startRow, c, cFrom, cRow);
        } else {
            Tile4.rows(k, a, aFrom, aRow, panel, panelFrom, start, startFrom, startRow, c, cFrom, cRow);
        }
    }

    private static void packedTile(int k, float[] a, int aFrom, float[] panel, int panelFrom, float[] start,
            int startFrom, int startRow, float[] c, int cFrom, int cRow) {
        if (ROWS == Tile8.ROWS) {
            Tile8.columns(k, a, aFrom, panel, panelFrom, start, startFrom, startRow, c, cFrom, cRow);
        } else {
            Tile4.columns(k, a, aFrom, panel, panelFrom, start, startFrom, startRow, c, cFrom, cRow);
        }
    }

    /** A tile that is not full, at the lower or right edge of c, is computed beside it in full size. */
    private static float[] load(int rows, int width, boolean add, float[] c, int cFrom, int cRow) {
        float[] tile = SCRATCH.get().tile;
        Arrays.fill(tile, 0);
        for (int i = 0; i < rows && add; i++) {
            System.arraycopy(c, cFrom + i * cRow, tile, i * PANEL, width);
        }
        return tile;
    }

    private static void store(int rows, int width, float[] tile, float[] c, int cFrom, int cRow) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(tile, i * PANEL, c, cFrom + i * cRow, width);
        }
    }

    /** The fewest equal blocks of k of at most {@code largest}, rounded to an even size. */
    private static int evenBlock(int k, int largest) {
        int blocks = (k + largest - 1) / largest;
        return ((k + blocks - 1) / blocks + 1) / 2 * 2;
    }

    private static int panels(int n) {
        return (n + PANEL - 1) / PANEL;
    }
}
