package spotlight.tensor;

import static spotlight.tensor.FlashAttention.BITS;

import java.util.Arrays;
import spotlight.tensor.FlashAttention.Matrices;

/**
 * FlashAttention-2, algorithm 1, in plain code: one block of queries of one head against one block of keys after the
 * other. Softmax needs the largest score of a row and a sum over the row; both are kept up to date as the row goes by.
 */
final class FlashForward {
    static final int QUERIES = 64; // a block of scores, and of keys and values, stay in the nearest caches
    static final int KEYS = 64;
    private static final float NONE = Float.NEGATIVE_INFINITY;
    private static final ThreadLocal<FlashForward> OF_THREAD = ThreadLocal.withInitial(FlashForward::new);

    private final float[] scores = new float[QUERIES * KEYS]; // S, then P

    static void run(FlashAttention a) {
        int blocks = (a.queries() + QUERIES - 1) / QUERIES;
        Workers.run(blocks * a.heads(), i -> {
            int from = i % blocks * QUERIES;
            OF_THREAD.get().block(a, i / blocks, from, Math.min(a.queries(), from + QUERIES));
        });
    }

    /** The output of the queries from..to-1. */
    private void block(FlashAttention a, int head, int from, int to) {
        Kernels kernels = Kernels.active();
        Matrices out = a.out();
        Arrays.fill(a.largest(), a.index(head, from), a.index(head, to), NONE);
        Arrays.fill(a.sums(), a.index(head, from), a.index(head, to), 0);
        for (int i = from; i < to; i++) {
            Arrays.fill(out.data(), out.at(head, i), out.at(head, i) + out.columns(), 0);
        }
        int end = a.visible(to - 1); // what lies above the diagonal is not visited
        for (int key = 0; key < end; key += KEYS) {
            int keys = Math.min(KEYS, end - key);
            kernels.gemm(false, true, to - from, keys, a.q().columns(), a.q().data(), a.q().at(head, from),
                    a.q().down(), a.k().data(), a.k().at(head, key), a.k().down(), false, scores, 0, KEYS); // S = Q KT
            for (int i = from; i < to; i++) {
                int visible = Math.max(0, Math.min(keys, a.visible(i) - key));
                int row = (i - from) * KEYS;
                scaleAndMask(a, head, i, key, visible, scores, row);
                Arrays.fill(scores, row + visible, row + keys, NONE);
                weights(a, a.index(head, i), keys, row, out.at(head, i));
            }
            kernels.gemm(false, false, to - from, out.columns(), keys, scores, 0, KEYS, a.v().data(),
                    a.v().at(head, key), a.v().down(), true, out.data(), out.at(head, from), out.down()); // O += P V
        }
        for (int i = from; i < to; i++) {
            finish(a, a.index(head, i), out.at(head, i));
        }
    }

    /** {@code score = score scale + mask}, in bits, for query i and n keys. */
    static void scaleAndMask(FlashAttention a, int head, int i, int key, int n, float[] scores, int from) {
        Matrices mask = a.mask();
        int first = a.masked() ? mask.at(head, i) + key * mask.right() : 0;
        for (int j = 0; j < n; j++) {
            scores[from + j] *= a.scale() * BITS;
            if (a.masked()) {
                scores[from + j] += mask.data()[first + j * mask.right()] * BITS;
            }
        }
    }

    /** n scores of a query become weights relative to its largest so far; what was summed up before follows. */
    private void weights(FlashAttention a, int query, int n, int from, int outFrom) {
        float largest = a.largest()[query];
        for (int j = from; j < from + n; j++) {
            largest = Math.max(largest, scores[j]);
        }
        if (largest == NONE) { // it has seen no key yet
            Arrays.fill(scores, from, from + n, 0);
            return;
        }
        double sum = 0;
        for (int j = from; j < from + n; j++) {
            scores[j] = Functions.exp2(scores[j] - largest);
            sum += scores[j];
        }
        float factor = Functions.exp2(a.largest()[query] - largest);
        a.sums()[query] = a.sums()[query] * factor + (float) sum;
        a.largest()[query] = largest;
        for (int c = outFrom; c < outFrom + a.out().columns(); c++) {
            a.out().data()[c] *= factor;
        }
    }

    /** Divides by the sum of the weights, if there are any. */
    private static void finish(FlashAttention a, int query, int outFrom) {
        if (a.largest()[query] != NONE) {
            for (int c = outFrom; c < outFrom + a.out().columns(); c++) {
                a.out().data()[c] /= a.sums()[query];
            }
        }
    }
}
