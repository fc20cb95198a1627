package spotlight.nn;

import java.util.Arrays;
import spotlight.tensor.FlashAttention;
import spotlight.tensor.Tensor;

/** Scaled dot-product attention; "Attention Is All You Need", section 3.2.1, equation 1. */
public final class Attention {
    /**
     * What attention computes.
     *
     * @param output  for each query the weighted mean of the values [..,T,Dv]
     * @param weights how much each query looks at each key [..,T,S]; each row sums to 1
     */
    public record Result(Tensor output, Tensor weights) {
    }

    private Attention() {
    }

    /** {@link #scaledDotProduct(Tensor, Tensor, Tensor, Tensor, float)} where each query sees each key. */
    public static Result scaledDotProduct(Tensor q, Tensor k, Tensor v) {
        return scaledDotProduct(q, k, v, Mask.none());
    }

    /** {@link #scaledDotProduct(Tensor, Tensor, Tensor, Tensor, float)} with the paper's scale, {@code 1 / sqrt(K)}. */
    public static Result scaledDotProduct(Tensor q, Tensor k, Tensor v, Tensor mask) {
        return scaledDotProduct(q, k, v, mask, scale(q));
    }

    /**
     * {@code Attention(Q, K, V) = softmax(Q KT / sqrt(K)) V}; "Attention Is All You Need", equation 1.
     *
     * <p>A query that may see no key at all gets weights and output of 0, as from PyTorch's function of this name; the
     * softmax alone would give NaN.
     *
     * @param q     queries [..,T,K]; not modified; leading dimensions stretch
     * @param k     keys [..,S,K]; not modified
     * @param v     values [..,S,Dv], one per key; not modified
     * @param mask  added to the scaled scores, 0 visible, minus infinity hidden; stretches to [..,T,S]
     * @param scale factor of the scores, in the paper {@code 1 / sqrt(K)}
     * @throws IllegalArgumentException if the shapes do not fit each other
     */
    public static Result scaledDotProduct(Tensor q, Tensor k, Tensor v, Tensor mask, float scale) {
        checkShapes(q, k, v, mask);
        Tensor scores = q.matmulNT(k).times(scale); // Q KT / sqrt(K), [..,T,K] x [..,S,K]T = [..,T,S]
        Tensor weights = softmaxOrZero(scores.plus(mask)); // [..,T,S]
        return new Result(weights.matmul(v), weights); // [..,T,S] x [..,S,Dv] = [..,T,Dv]
    }

    private static float scale(Tensor q) {
        return (float) (1 / Math.sqrt(q.size(-1)));
    }

    /** The weights alone; NaN in the row of a query that sees no key. */
    static Tensor weights(Tensor q, Tensor k, Tensor v, Tensor mask) {
        checkShapes(q, k, v, mask);
        return q.matmulNT(k).times(scale(q)).plus(mask).softmax(); // [..,T,S]
    }

    /** Softmax of each row, but zeros for a row in which everything is hidden. */
    private static Tensor softmaxOrZero(Tensor scores) {
        Tensor weights = scores.softmax();
        int n = scores.size(-1);
        for (int row = 0; row < weights.size(); row += n) {
            if (allHidden(scores.data(), row, n)) {
                Arrays.fill(weights.data(), row, row + n, 0);
            }
        }
        return weights;
    }

    private static boolean allHidden(float[] scores, int from, int n) {
        for (int i = from; i < from + n; i++) {
            if (scores[i] != Float.NEGATIVE_INFINITY) {
                return false;
            }
        }
        return true;
    }

    private static void checkShapes(Tensor q, Tensor k, Tensor v, Tensor mask) {
        FlashAttention.scores(q.shape(), k.shape(), v.shape(), mask.shape());
    }
}
