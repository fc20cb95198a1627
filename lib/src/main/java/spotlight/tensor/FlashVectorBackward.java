package spotlight.tensor;

import static spotlight.tensor.FlashVectorForward.grown;
import static spotlight.tensor.FlashVectorForward.panels;
import static spotlight.tensor.Gemm.PANEL;

import java.util.Arrays;
import spotlight.tensor.FlashAttention.Gradients;
import spotlight.tensor.FlashAttention.Matrices;

/**
 * {@link FlashBackward} on vector registers: some panels of keys at a time, as many as the second cache has room for,
 * meet one block of queries after the other. Everything lies in the order in which {@link Gemm} reads it; P and dS are computed in panels, so that they can be
 * read as matrices and as their transposes.
 */
final class FlashVectorBackward {
    private static final int QUERIES = 64;
    private static final int KEYS = 4 * PANEL;
    private static final ThreadLocal<FlashVectorBackward> OF_THREAD = ThreadLocal
            .withInitial(FlashVectorBackward::new);

    private final float[] weights = new float[QUERIES * PANEL]; // S, then P, of a block of queries and a panel of keys
    private final float[] slopes = new float[QUERIES * PANEL]; // dP, then dS
    private float[] factors = {}; // 1 / sum of each query
    private float[] deltas = {}; // D of each query
    private float[] queries = {}; // scaled [T,K]
    private float[] dOut = {}; // [T,Dv]
    private float[] queryPanels = {}; // [K/PANEL][T,PANEL]
    private float[] dOutPanels = {}; // [Dv/PANEL][T,PANEL]
    private float[] dq = {}; // [T,K]
    private float[] keysT = {}; // of some panels of keys: KT [KEYS/PANEL][K,PANEL]
    private float[] valuesT = {}; // VT [KEYS/PANEL][Dv,PANEL]
    private float[] keyPanels = {}; // [K/PANEL][KEYS,PANEL]
    private float[] dk = {}; // [KEYS,K]
    private float[] dv = {}; // [KEYS,Dv]

    static void run(FlashAttention a, Gradients d, boolean add) {
        Workers.run(a.heads(), head -> Apart.run(() -> OF_THREAD.get().head(a, d, add, head)));
    }

    private void head(FlashAttention a, Gradients d, boolean add, int head) {
        prepare(a, d, head);
        for (int key = 0; key < a.keys(); key += KEYS) {
            keys(a, d, add, head, key, Math.min(KEYS, a.keys() - key));
        }
        store(a.queries(), dq, a.scale(), add, d.q(), head, 0);
    }

    /** Puts rows of results, times a factor, where they belong. */
    private static void store(int rows, float[] x, float factor, boolean add, Matrices y, int head, int first) {
        for (int i = 0; i < rows; i++) {
            if (add) {
                FlashVectorRows.addScaled(y.columns(), x, i * width(y), factor, y.data(), y.at(head, first + i));
            } else {
                FlashVectorRows.scale(y.columns(), x, i * width(y), factor, y.data(), y.at(head, first + i));
            }
        }
    }

    private void prepare(FlashAttention a, Gradients d, int head) {
        int tiled = (a.queries() + Gemm.ROWS - 1) / Gemm.ROWS * Gemm.ROWS;
        factors = grown(factors, tiled);
        deltas = grown(deltas, tiled);
        keysT = grown(keysT, KEYS * a.k().columns());
        valuesT = grown(valuesT, KEYS * a.v().columns());
        keyPanels = grown(keyPanels, KEYS * width(a.k()));
        dk = grown(dk, KEYS * width(a.k()));
        dv = grown(dv, KEYS * width(a.v()));
        dq = grown(dq, tiled * width(a.q()));
        Arrays.fill(dq, 0, tiled * width(a.q()), 0);
        queries = rows(a.q(), head, a.scale() * FlashAttention.BITS, tiled, queries);
        dOut = rows(d.out(), head, 1, tiled, dOut);
        queryPanels = grown(queryPanels, a.queries() * width(a.q()));
        dOutPanels = grown(dOutPanels, a.queries() * width(a.v()));
        panels(a.q(), head, 0, a.queries(), queryPanels);
        panels(d.out(), head, 0, a.queries(), dOutPanels);
        for (int i = 0; i < a.queries(); i++) {
            float sum = a.sums()[a.index(head, i)];
            factors[i] = sum == 0 ? 0 : 1 / sum;
            deltas[i] = VectorReductions.dot(a.out().data(), a.out().at(head, i), dOut, i * a.v().columns(),
                    a.v().columns());
        }
    }

    /** n keys and all queries that see them. */
    private void keys(FlashAttention a, Gradients d, boolean add, int head, int key, int n) {
        for (int j = 0; j < n; j += PANEL) {
            int width = Math.min(PANEL, n - j);
            GemmPack.panel(true, a.k().columns(), width, a.k().data(), a.k().at(head, key + j), a.k().down(), keysT,
                    j * a.k().columns());
            GemmPack.panel(true, a.v().columns(), width, a.v().data(), a.v().at(head, key + j), a.v().down(), valuesT,
                    j * a.v().columns());
        }
        panels(a.k(), head, key, n, keyPanels);
        Arrays.fill(dk, 0, FlashVectorForward.panels(n) * PANEL * width(a.k()), 0);
        Arrays.fill(dv, 0, FlashVectorForward.panels(n) * PANEL * width(a.v()), 0);
        for (int query = first(a, key); query < a.queries(); query += QUERIES) {
            int end = Math.min(a.queries(), query + QUERIES);
            for (int j = 0; j < n; j += PANEL) {
                int from = Math.max(query, first(a, key + j));
                if (from < end) {
                    block(a, head, from, end - from, key, j, n);
                }
            }
        }
        store(n, dk, a.scale(), add, d.k(), head, key);
        store(n, dv, 1, add, d.v(), head, key);
    }

    /** The first query that sees this key, or a little before it. */
    private static int first(FlashAttention a, int key) {
        return a.causal() ? Math.max(0, key - a.keys() + a.queries()) / Gemm.ROWS * Gemm.ROWS : 0;
    }

    /** Some queries and the panel that begins with key j of the n keys. */
    private void block(FlashAttention a, int head, int query, int rows, int firstKey, int j, int n) {
        int key = firstKey + j;
        int width = Math.min(PANEL, n - j);
        int dim = a.q().columns();
        int valueDim = a.v().columns();
        int tiled = (rows + Gemm.ROWS - 1) / Gemm.ROWS * Gemm.ROWS;
        Gemm.rows(tiled, PANEL, dim, queries, query * dim, dim, keysT, j * dim, false, weights, 0, PANEL); // S = Q KT
        Gemm.rows(tiled, PANEL, valueDim, dOut, query * valueDim, valueDim, valuesT, j * valueDim, false, slopes, 0,
                PANEL);
        if (a.masked()) {
            FlashVectorRows.mask(a, head, query, key, rows, width, weights, 0, PANEL);
        }
        if (a.visible(query) < key + PANEL) {
            FlashVectorRows.hide(a, query, key, rows, width, PANEL, weights, 0, PANEL);
        }
        int first = a.index(head, query);
        Apart.run(() -> FlashVectorRows.slopes(rows, weights, slopes, a.largest(), first, factors, deltas, query));
        for (int c = 0; c < width(a.v()); c += PANEL) {
            Gemm.packedRows(PANEL, PANEL, rows, weights, dOutPanels, c * a.queries() + query * PANEL, true, dv,
                    j * width(a.v()) + c, width(a.v())); // dV += PT dO
        }
        for (int c = 0; c < width(a.q()); c += PANEL) {
            Gemm.rows(tiled, PANEL, width, slopes, 0, PANEL, keyPanels, c * n + j * PANEL, true, dq,
                    query * width(a.q()) + c, width(a.q())); // dQ += dS K
            Gemm.packedRows(PANEL, PANEL, rows, slopes, queryPanels, c * a.queries() + query * PANEL, true, dk,
                    j * width(a.k()) + c, width(a.k())); // dK += dST Q
        }
    }

    /** The rows of a matrix one after the other, with zeros after them. */
    private static float[] rows(Matrices x, int head, float factor, int tiled, float[] old) {
        float[] rows = grown(old, tiled * x.columns());
        for (int i = 0; i < x.rows(); i++) {
            FlashVectorRows.scale(x.columns(), x.data(), x.at(head, i), factor, rows, i * x.columns());
        }
        Arrays.fill(rows, x.rows() * x.columns(), tiled * x.columns(), 0);
        return rows;
    }

    /** Some rows of a matrix as panels of its columns. */
    private static void panels(Matrices x, int head, int from, int rows, float[] panels) {
        for (int c = 0; c < x.columns(); c += PANEL) {
            GemmPack.panel(false, rows, Math.min(PANEL, x.columns() - c), x.data(), x.at(head, from) + c, x.down(),
                    panels, c * rows);
        }
    }

    private static int width(Matrices x) {
        return FlashVectorForward.panels(x.columns()) * PANEL;
    }
}
