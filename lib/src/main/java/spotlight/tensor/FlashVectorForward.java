package spotlight.tensor;

import static spotlight.tensor.Gemm.PANEL;
import static spotlight.tensor.VectorMath.LANES;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import spotlight.tensor.FlashAttention.Matrices;

/**
 * {@link FlashForward} on vector registers. What it adds: the keys and values of a head are brought into the order in
 * which {@link Gemm} reads them once, not for every block of queries; the scale goes into the queries; a row's sum is
 * kept lane by lane until its end; and weights need not be relative to the largest score, only to one not much smaller,
 * so that what was summed up is rarely corrected.
 */
final class FlashVectorForward {
    private static final int QUERIES = 64; // a block of scores is 32 KB, a block of keys and values 64 KB
    private static final int KEYS = 128;
    private static final float NONE = Float.NEGATIVE_INFINITY;
    private static final ThreadLocal<FlashVectorForward> OF_THREAD = ThreadLocal.withInitial(FlashVectorForward::new);

    private final float[] scores = new float[QUERIES * KEYS]; // S, then P
    private final float[] references = new float[QUERIES]; // what the weights of each query are relative to
    private final float[] sums = new float[QUERIES * LANES];
    private float[] queries = {}; // the block, scaled [QUERIES,K]
    private float[] out = {}; // the block's sums of weighted values [QUERIES,Dv]
    private float[] keys = {}; // KT of a head, in panels [S/PANEL][K,PANEL]
    private float[] values = {}; // V of a head, in panels [Dv/PANEL][S,PANEL]

    /** Blocks of queries are dealt out, the longest of a head first; each is computed the same way by any worker. */
    static void run(FlashAttention a) {
        int blocks = (a.queries() + QUERIES - 1) / QUERIES;
        int tasks = blocks * a.heads();
        AtomicInteger next = new AtomicInteger();
        Workers.run(Math.min(Workers.count(), tasks), worker -> Apart.run(() -> {
            FlashVectorForward scratch = OF_THREAD.get();
            int packed = -1;
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                int head = i / blocks;
                int from = (blocks - 1 - i % blocks) * QUERIES;
                if (head != packed) {
                    scratch.pack(a, head);
                    packed = head;
                }
                scratch.block(a, head, from, Math.min(a.queries(), from + QUERIES));
            }
        }));
    }

    private void pack(FlashAttention a, int head) {
        Matrices k = a.k();
        Matrices v = a.v();
        queries = grown(queries, QUERIES * k.columns());
        out = grown(out, QUERIES * outRow(a));
        if (single(a)) {
            return;
        }
        int padded = panels(a.keys()) * PANEL;
        keys = grown(keys, padded * k.columns());
        values = grown(values, outRow(a) * a.keys());
        for (int key = 0; key < a.keys(); key += PANEL) {
            GemmPack.panel(true, k.columns(), Math.min(PANEL, a.keys() - key), k.data(), k.at(head, key), k.down(),
                    keys, key * k.columns());
        }
        for (int c = 0; c < v.columns(); c += PANEL) {
            GemmPack.panel(false, a.keys(), Math.min(PANEL, v.columns() - c), v.data(), v.at(head, 0) + c, v.down(),
                    values, c * a.keys());
        }
    }

    /** The output of the queries from..to-1. */
    private void block(FlashAttention a, int head, int from, int to) {
        int dim = a.q().columns();
        int rows = to - from;
        int tiled = (rows + Gemm.ROWS - 1) / Gemm.ROWS * Gemm.ROWS;
        for (int i = 0; i < rows; i++) {
            FlashVectorRows.scale(dim, a.q().data(), a.q().at(head, from + i), a.scale() * FlashAttention.BITS,
                    queries, i * dim);
        }
        Arrays.fill(queries, rows * dim, tiled * dim, 0);
        Arrays.fill(out, 0, tiled * outRow(a), 0);
        Arrays.fill(references, NONE);
        Arrays.fill(sums, 0);
        int end = a.visible(to - 1);
        for (int key = 0; key < end; key += KEYS) {
            int n = Math.min(KEYS, end - key);
            int step = a.visible(from) >= key + n ? tiled : Gemm.ROWS; // on the diagonal each tile has its own end
            for (int i = 0; i < rows; i += step) {
                int last = Math.min(rows, i + step) - 1;
                int visible = Math.min(n, a.visible(from + last) - key);
                if (visible > 0) {
                    attend(a, head, from, i, last + 1, i + step, key, visible);
                }
            }
        }
        for (int i = 0; i < rows; i++) {
            finish(a, i, a.index(head, from + i), a.out().at(head, from + i));
        }
    }

    /** Some queries of the block meet the n keys from {@code key} on; rows up to {@code tiled} fill the last tile. */
    private void attend(FlashAttention a, int head, int from, int i0, int i1, int tiled, int key, int n) {
        scores(a, head, i0, tiled, key, n);
        int padded = FlashVectorRows.whole(n);
        if (a.masked()) {
            FlashVectorRows.mask(a, head, from + i0, key, i1 - i0, n, scores, i0 * KEYS, KEYS);
        }
        if (a.visible(from + i0) < key + padded) {
            FlashVectorRows.hide(a, from + i0, key, i1 - i0, n, padded, scores, i0 * KEYS, KEYS);
        }
        FlashVectorRows.weights(i0, i1 - i0, padded, scores, KEYS, references, sums, out, outRow(a));
        output(a, head, i0, tiled, key, n);
    }

    /** {@code S = Q KT}. */
    private void scores(FlashAttention a, int head, int from, int to, int key, int n) {
        Matrices k = a.k();
        int dim = k.columns();
        if (single(a)) {
            Gemm.gemm(false, true, 1, n, dim, queries, 0, dim, k.data(), k.at(head, key), k.down(), false, scores, 0,
                    KEYS);
            return;
        }
        for (int j = 0; j < n; j += PANEL) {
            Gemm.rows(to - from, PANEL, dim, queries, from * dim, dim, keys, (key + j) * dim, false, scores,
                    from * KEYS + j, KEYS);
        }
    }

    /** {@code O += P V}. */
    private void output(FlashAttention a, int head, int from, int to, int key, int n) {
        Matrices v = a.v();
        int width = outRow(a);
        if (single(a)) {
            Gemm.gemm(false, false, 1, v.columns(), n, scores, 0, KEYS, v.data(), v.at(head, key), v.down(), true, out,
                    0, width);
            return;
        }
        for (int c = 0; c < width; c += PANEL) {
            Gemm.rows(to - from, PANEL, n, scores, from * KEYS, KEYS, values, c * a.keys() + key * PANEL, true, out,
                    from * width + c, width);
        }
    }

    /** One query, as in generation, reads each key once: packing them first would cost more. */
    private static boolean single(FlashAttention a) {
        return a.queries() == 1;
    }

    /** Divides by the sum of the weights, if there are any. */
    private void finish(FlashAttention a, int i, int query, int to) {
        float sum = 0;
        for (int j = i * LANES; j < (i + 1) * LANES; j++) {
            sum += sums[j];
        }
        FlashVectorRows.scale(a.out().columns(), out, i * outRow(a), sum == 0 ? 0 : 1 / sum, a.out().data(), to);
        a.largest()[query] = references[i] == NONE ? 0 : references[i];
        a.sums()[query] = sum;
    }

    private static int outRow(FlashAttention a) {
        return panels(a.v().columns()) * PANEL;
    }

    static int panels(int n) {
        return (n + PANEL - 1) / PANEL;
    }

    static float[] grown(float[] x, int size) {
        return x.length < size ? new float[size] : x;
    }
}
