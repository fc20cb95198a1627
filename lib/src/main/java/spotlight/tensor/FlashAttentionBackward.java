package spotlight.tensor;

import java.util.Arrays;
import spotlight.tensor.FlashAttention.Matrices;

/** Algorithm 2 of FlashAttention-2, for one head at a time. */
final class FlashAttentionBackward {
    private static final int QUERIES = 64;
    private static final int KEYS = 64;
    private static final ThreadLocal<FlashAttentionBackward> OF_THREAD = ThreadLocal
            .withInitial(FlashAttentionBackward::new);

    private final float[] weights = new float[QUERIES * KEYS]; // P
    private final float[] slopes = new float[QUERIES * KEYS]; // dP, then dS
    private float[] delta = {}; // D_i = dO_i . O_i

    static void run(FlashAttention task, Matrices q, Matrices k, Matrices v, Matrices mask, Matrices out,
            float[] logSumExp, Matrices dOut, Matrices dq, Matrices dk, Matrices dv) {
        Workers.run(q.count(),
                head -> OF_THREAD.get().head(task, head, q, k, v, mask, out, logSumExp, dOut, dq, dk, dv));
    }

    private void head(FlashAttention task, int head, Matrices q, Matrices k, Matrices v, Matrices mask, Matrices out,
            float[] logSumExp, Matrices dOut, Matrices dq, Matrices dk, Matrices dv) {
        delta(task, head, out, dOut);
        for (int key = 0; key < task.keys(); key += KEYS) {
            int columns = Math.min(KEYS, task.keys() - key);
            for (int query = 0; query < task.queries(); query += QUERIES) {
                int rows = Math.min(QUERIES, task.queries() - query);
                if (task.visible(query + rows - 1) > key) {
                    block(task, head, query, rows, key, columns, q, k, v, mask, logSumExp, dOut, dq, dk, dv);
                }
            }
        }
    }

    private void delta(FlashAttention task, int head, Matrices out, Matrices dOut) {
        if (delta.length < task.queries()) {
            delta = new float[task.queries()];
        }
        for (int i = 0; i < task.queries(); i++) {
            int o = out.starts()[head] + i * out.row();
            int g = dOut.starts()[head] + i * dOut.row();
            float sum = 0;
            for (int c = 0; c < task.valueDim(); c++) {
                sum = Math.fma(out.data()[o + c], dOut.data()[g + c], sum);
            }
            delta[i] = sum;
        }
    }

    private void block(FlashAttention task, int head, int query, int rows, int key, int columns, Matrices q,
            Matrices k, Matrices v, Matrices mask, float[] logSumExp, Matrices dOut, Matrices dq, Matrices dk,
            Matrices dv) {
        Kernels kernels = Kernels.active();
        int qFrom = q.starts()[head] + query * q.row();
        int kFrom = k.starts()[head] + key * k.row();
        int vFrom = v.starts()[head] + key * v.row();
        int dOutFrom = dOut.starts()[head] + query * dOut.row();
        int dim = task.headDim();
        int valueDim = task.valueDim();
        kernels.gemm(false, true, rows, columns, dim, q.data(), qFrom, q.row(), k.data(), kFrom, k.row(), false,
                weights, 0, KEYS); // S = Q KT
        kernels.gemm(false, true, rows, columns, valueDim, dOut.data(), dOutFrom, dOut.row(), v.data(), vFrom, v.row(),
                false, slopes, 0, KEYS); // dP = dO VT
        for (int i = 0; i < rows; i++) {
            int n = Math.max(0, Math.min(columns, task.visible(query + i) - key));
            FlashAttentionScores.scaleAndMask(task, n, head, query + i, key, mask, weights, i * KEYS);
            slopes(task, n, i * KEYS, logSumExp[head * task.queries() + query + i], delta[query + i]);
            Arrays.fill(weights, i * KEYS + n, i * KEYS + columns, 0);
            Arrays.fill(slopes, i * KEYS + n, i * KEYS + columns, 0);
        }
        kernels.gemm(true, false, columns, valueDim, rows, weights, 0, KEYS, dOut.data(), dOutFrom, dOut.row(), true,
                dv.data(), dv.starts()[head] + key * dv.row(), dv.row()); // dV += PT dO
        kernels.gemm(false, false, rows, dim, columns, slopes, 0, KEYS, k.data(), kFrom, k.row(), true, dq.data(),
                dq.starts()[head] + query * dq.row(), dq.row()); // dQ += dS K
        kernels.gemm(true, false, columns, dim, rows, slopes, 0, KEYS, q.data(), qFrom, q.row(), true, dk.data(),
                dk.starts()[head] + key * dk.row(), dk.row()); // dK += dST Q
    }

    /** {@code P = e^(S - logSumExp)} and {@code dS = P (dP - D) scale}, for n keys of one query. */
    private void slopes(FlashAttention task, int n, int from, float logSumExp, float delta) {
        for (int j = from; j < from + n; j++) {
            weights[j] = Functions.exp(weights[j] - logSumExp);
            slopes[j] = weights[j] * (slopes[j] - delta) * task.scale();
        }
    }
}
