package spotlight.tensor;

import java.util.Arrays;
import spotlight.tensor.FlashAttention.Matrices;

/** Algorithm 1 of FlashAttention-2, for one block of queries of one head at a time. */
final class FlashAttentionForward {
    private static final int QUERIES = 64; // a block of scores, and of keys and values, stay in the nearest caches
    private static final int KEYS = 128;
    private static final float NONE = Float.NEGATIVE_INFINITY;
    private static final ThreadLocal<FlashAttentionForward> OF_THREAD = ThreadLocal
            .withInitial(FlashAttentionForward::new);

    private final float[] scores = new float[QUERIES * KEYS]; // then weights
    private final float[] max = new float[QUERIES]; // of the scores of each query so far
    private final float[] sum = new float[QUERIES]; // of e^(score - max)

    static void run(FlashAttention task, Matrices q, Matrices k, Matrices v, Matrices mask, Matrices out,
            float[] logSumExp) {
        int blocks = (task.queries() + QUERIES - 1) / QUERIES;
        Workers.run(blocks * q.count(), i -> {
            int from = i % blocks * QUERIES;
            OF_THREAD.get().block(task, i / blocks, from, Math.min(task.queries(), from + QUERIES), q, k, v, mask, out,
                    logSumExp);
        });
    }

    private void block(FlashAttention task, int head, int from, int to, Matrices q, Matrices k, Matrices v,
            Matrices mask, Matrices out, float[] logSumExp) {
        Kernels kernels = Kernels.active();
        int rows = to - from;
        int outFrom = out.starts()[head] + from * out.row();
        Arrays.fill(max, 0, rows, NONE);
        Arrays.fill(sum, 0, rows, 0);
        for (int i = 0; i < rows; i++) {
            Arrays.fill(out.data(), outFrom + i * out.row(), outFrom + i * out.row() + task.valueDim(), 0);
        }
        int end = task.visible(to - 1);
        for (int key = 0; key < end; key += KEYS) {
            int columns = Math.min(KEYS, end - key);
            kernels.gemm(false, true, rows, columns, task.headDim(), q.data(), q.starts()[head] + from * q.row(),
                    q.row(), k.data(), k.starts()[head] + key * k.row(), k.row(), false, scores, 0, KEYS);
            for (int i = 0; i < rows; i++) {
                int n = Math.max(0, Math.min(columns, task.visible(from + i) - key));
                FlashAttentionScores.scaleAndMask(task, n, head, from + i, key, mask, scores, i * KEYS);
                Arrays.fill(scores, i * KEYS + n, i * KEYS + columns, 0); // hidden: weight 0
                online(n, i, task.valueDim(), out.data(), outFrom + i * out.row());
            }
            kernels.gemm(false, false, rows, task.valueDim(), columns, scores, 0, KEYS, v.data(),
                    v.starts()[head] + key * v.row(), v.row(), true, out.data(), outFrom, out.row()); // O += P V
        }
        for (int i = 0; i < rows; i++) {
            logSumExp[head * task.queries() + from + i] = finish(i, task.valueDim(), out.data(),
                    outFrom + i * out.row());
        }
    }

    /** Scores of one query become weights, relative to the largest score so far; what was summed up before follows. */
    private void online(int n, int i, int valueDim, float[] out, int outFrom) {
        float largest = max[i];
        for (int j = i * KEYS; j < i * KEYS + n; j++) {
            largest = Math.max(largest, scores[j]);
        }
        if (largest == NONE) { // nothing seen yet
            Arrays.fill(scores, i * KEYS, i * KEYS + n, 0);
            return;
        }
        if (largest != max[i]) {
            float factor = Functions.exp(max[i] - largest);
            sum[i] *= factor;
            for (int c = outFrom; c < outFrom + valueDim; c++) {
                out[c] *= factor;
            }
            max[i] = largest;
        }
        double more = 0;
        for (int j = i * KEYS; j < i * KEYS + n; j++) {
            scores[j] = Functions.exp(scores[j] - largest);
            more += scores[j];
        }
        sum[i] += (float) more;
    }

    /** Divides by the sum of the weights. Returns the logarithm of the sum of e^score; infinite if there is none. */
    private float finish(int i, int valueDim, float[] out, int outFrom) {
        if (max[i] == NONE) {
            return Float.POSITIVE_INFINITY; // so that e^(score - it) is 0 for every key
        }
        for (int c = outFrom; c < outFrom + valueDim; c++) {
            out[c] /= sum[i];
        }
        return max[i] + (float) Math.log(sum[i]);
    }
}
