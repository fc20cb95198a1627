package spotlight.tensor;

import spotlight.tensor.FlashAttention.Matrices;

/** What happens to the scores between {@code Q KT} and the softmax. */
final class FlashAttentionScores {
    private FlashAttentionScores() {
    }

    /** {@code score = score scale + mask}, for n keys of one query. */
    static void scaleAndMask(FlashAttention task, int n, int head, int query, int key, Matrices mask, float[] scores,
            int from) {
        float scale = task.scale();
        for (int j = from; j < from + n; j++) {
            scores[j] *= scale;
        }
        if (mask != null) {
            int m = mask.starts()[head] + query * mask.row() + key * mask.column();
            for (int j = 0; j < n; j++) {
                scores[from + j] += mask.data()[m + j * mask.column()];
            }
        }
    }
}
