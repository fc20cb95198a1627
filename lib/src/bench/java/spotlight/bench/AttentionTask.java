package spotlight.bench;

import java.util.Arrays;
import spotlight.tensor.FlashAttention;
import spotlight.tensor.FlashAttention.Matrices;
import spotlight.tensor.Kernels;
import spotlight.tensor.Workers;

/**
 * Causal attention of one sequence, forward, in 4 heads of 64: {@code attention T threads} by the library, or
 * {@code quadratic T threads} as the formula stands in the paper, with all scores of all heads in memory.
 */
record AttentionTask(int tokens, int threads, float[] q, float[] k, float[] v) {
    static final int HEADS = 4;
    static final int HEAD_DIM = 64;
    private static final float SCALE = 1 / 8f; // 1 / sqrt(HEAD_DIM)
    private static final int CHECKED = 16; // queries per head

    static AttentionTask of(String... words) {
        int tokens = Integer.parseInt(words[1]);
        int size = HEADS * tokens * HEAD_DIM;
        return new AttentionTask(tokens, Integer.parseInt(words[2]), Product.random(size, 8), Product.random(size, 9),
                Product.random(size, 10));
    }

    Work flash() {
        float[] out = new float[q.length];
        FlashAttention attention = new FlashAttention(heads(q), heads(k), heads(v), Matrices.NONE, SCALE, true,
                heads(out), new float[HEADS * tokens], new float[HEADS * tokens]);
        return work(attention::forward, out);
    }

    private Matrices heads(float[] x) {
        return Matrices.heads(x, HEADS, tokens, HEAD_DIM, 0, 1, HEAD_DIM); // [H,T,K], as PyTorch wants it
    }

    Work quadratic(Kernels kernels) {
        float[] out = new float[q.length];
        return work(() -> {
            float[][] scores = new float[HEADS][tokens * tokens];
            Workers.run(HEADS, head -> quadratic(kernels, head * tokens * HEAD_DIM, scores[head], out));
        }, out);
    }

    private void quadratic(Kernels kernels, int from, float[] scores, float[] out) {
        kernels.gemm(false, true, tokens, tokens, HEAD_DIM, q, from, HEAD_DIM, k, from, HEAD_DIM, false, scores, 0,
                tokens);
        for (int i = 0; i < tokens; i++) {
            for (int j = 0; j <= i; j++) {
                scores[i * tokens + j] *= SCALE;
            }
            Arrays.fill(scores, i * tokens + i + 1, (i + 1) * tokens, Float.NEGATIVE_INFINITY);
        }
        kernels.softmax(tokens, tokens, scores, scores);
        kernels.gemm(false, false, tokens, HEAD_DIM, tokens, scores, 0, tokens, v, from, HEAD_DIM, false, out, from,
                HEAD_DIM);
    }

    private Work work(Runnable run, float[] out) {
        float[] expected = new float[HEADS * CHECKED * HEAD_DIM];
        for (int i = 0; i < HEADS * CHECKED; i++) {
            System.arraycopy(naive(i / CHECKED, query(i)), 0, expected, i * HEAD_DIM, HEAD_DIM);
        }
        return new Work(() -> {
            try (Workers.Scope scope = Workers.use(threads)) {
                run.run();
            }
        }, () -> checked(out), expected, 1e-5);
    }

    /** Which query of its head is checked: from the first to the last. */
    private int query(int i) {
        return (int) ((long) (i % CHECKED) * (tokens - 1) / (CHECKED - 1));
    }

    private float[] checked(float[] out) {
        float[] some = new float[HEADS * CHECKED * HEAD_DIM];
        for (int i = 0; i < HEADS * CHECKED; i++) {
            int from = (i / CHECKED * tokens + query(i)) * HEAD_DIM;
            System.arraycopy(out, from, some, i * HEAD_DIM, HEAD_DIM);
        }
        return some;
    }

    /** One query in double precision. */
    private float[] naive(int head, int query) {
        int from = head * tokens * HEAD_DIM;
        double[] out = new double[HEAD_DIM];
        double sum = 0;
        for (int key = 0; key <= query; key++) {
            double score = 0;
            for (int i = 0; i < HEAD_DIM; i++) {
                score += (double) q[from + query * HEAD_DIM + i] * k[from + key * HEAD_DIM + i];
            }
            double weight = Math.exp(score * SCALE); // small numbers: no maximum needed
            sum += weight;
            for (int i = 0; i < HEAD_DIM; i++) {
                out[i] += weight * v[from + key * HEAD_DIM + i];
            }
        }
        float[] rounded = new float[HEAD_DIM];
        for (int i = 0; i < HEAD_DIM; i++) {
            rounded[i] = (float) (out[i] / sum);
        }
        return rounded;
    }
}
