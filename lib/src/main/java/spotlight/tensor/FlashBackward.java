package spotlight.tensor;

import java.util.Arrays;
import spotlight.tensor.FlashAttention.Gradients;
import spotlight.tensor.FlashAttention.Matrices;

/**
 * FlashAttention-2, algorithm 2, in plain code: for one block of queries and keys of one head after the other, the
 * weights P are computed again, and with them what the block adds to the gradients:
 * {@code dV = PT dO, dP = dO VT, dS = P (dP - D), dQ = dS K, dK = dST Q}.
 */
final class FlashBackward {
    private static final int QUERIES = FlashForward.QUERIES;
    private static final int KEYS = FlashForward.KEYS;
    private static final ThreadLocal<FlashBackward> OF_THREAD = ThreadLocal.withInitial(FlashBackward::new);

    private final float[] weights = new float[QUERIES * KEYS]; // S, then P
    private final float[] slopes = new float[QUERIES * KEYS]; // dP, then dS

    static void run(FlashAttention a, Gradients d, boolean add) {
        if (!add) {
            d.q().clear();
            d.k().clear();
            d.v().clear();
        }
        Workers.run(a.heads(), head -> {
            for (int key = 0; key < a.keys(); key += KEYS) {
                for (int query = 0; query < a.queries(); query += QUERIES) {
                    OF_THREAD.get().block(a, d, head, query, Math.min(QUERIES, a.queries() - query), key,
                            Math.min(KEYS, a.keys() - key));
                }
            }
        });
    }

    private void block(FlashAttention a, Gradients d, int head, int query, int queries, int key, int keys) {
        if (a.visible(query + queries - 1) <= key) {
            return; // above the diagonal
        }
        product(queries, keys, a.q(), a.q().at(head, query), a.k(), a.k().at(head, key), weights); // S = Q KT
        product(queries, keys, d.out(), d.out().at(head, query), a.v(), a.v().at(head, key), slopes); // dO VT
        for (int i = 0; i < queries; i++) {
            int visible = Math.max(0, Math.min(keys, a.visible(query + i) - key));
            FlashForward.scaleAndMask(a, head, query + i, key, visible, weights, i * KEYS);
            slopes(a, a.index(head, query + i), visible, i * KEYS, delta(a, d, head, query + i));
            Arrays.fill(weights, i * KEYS + visible, i * KEYS + keys, 0);
            Arrays.fill(slopes, i * KEYS + visible, i * KEYS + keys, 0);
        }
        add(true, keys, queries, weights, d.out(), d.out().at(head, query), d.v(), d.v().at(head, key)); // += PT dO
        add(false, queries, keys, slopes, a.k(), a.k().at(head, key), d.q(), d.q().at(head, query)); // += dS K
        add(true, keys, queries, slopes, a.q(), a.q().at(head, query), d.k(), d.k().at(head, key)); // += dST Q
    }

    private static void product(int m, int n, Matrices a, int aFrom, Matrices b, int bFrom, float[] c) {
        Kernels.active().gemm(false, true, m, n, a.columns(), a.data(), aFrom, a.down(), b.data(), bFrom, b.down(),
                false,
                c, 0, KEYS);
    }

    private static void add(boolean aT, int m, int k, float[] a, Matrices b, int bFrom, Matrices c, int cFrom) {
        Kernels.active().gemm(aT, false, m, c.columns(), k, a, 0, KEYS, b.data(), bFrom, b.down(), true, c.data(),
                cFrom, c.down());
    }

    /** {@code D = sum dO O}, which is also {@code sum P dP}, but known before the row has gone by. */
    private static float delta(FlashAttention a, Gradients d, int head, int i) {
        int out = a.out().at(head, i);
        int dOut = d.out().at(head, i);
        float sum = 0;
        for (int c = 0; c < a.out().columns(); c++) {
            sum = Fma.fma(a.out().data()[out + c], d.out().data()[dOut + c], sum);
        }
        return sum;
    }

    /** {@code P = 2^(S - largest) / sum} and {@code dS = P (dP - D)}, times the scale of the scores, for n keys. */
    private void slopes(FlashAttention a, int query, int n, int from, float delta) {
        float largest = a.largest()[query];
        float sum = a.sums()[query];
        for (int j = from; j < from + n; j++) {
            weights[j] = sum == 0 ? 0 : Functions.exp2(weights[j] - largest) / sum;
            slopes[j] = weights[j] * (slopes[j] - delta) * a.scale();
        }
    }
}
