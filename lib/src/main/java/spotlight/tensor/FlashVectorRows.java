package spotlight.tensor;

import static spotlight.tensor.FlashAttention.BITS;
import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;
import static spotlight.tensor.VectorMath.load;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Rows of scores, in bits, on vector registers. They are padded to whole vectors: hidden scores are minus infinity,
 * hidden weights 0.
 */
final class FlashVectorRows {
    private static final float NONE = Float.NEGATIVE_INFINITY;

    private FlashVectorRows() {
    }

    /** {@code 2^x} for x of at most 126; 0 where it is less than any normal number. */
    static FloatVector exp2(FloatVector x) {
        return VectorMath.exp2(x.blend(-127, x.lt(-127)), 1);
    }

    /** n rounded up to whole vectors. */
    static int whole(int n) {
        return (n + LANES - 1) / LANES * LANES;
    }

    /** Adds the mask for query i and the keys from {@code key} on to n scores, and hides those after them. */
    static void maskAndPad(FlashAttention a, int head, int i, int key, int n, int padded, float[] scores, int from) {
        if (a.masked() && n > 0) {
            float[] mask = a.mask().data();
            int right = a.mask().right();
            int first = a.mask().at(head, i) + key * right;
            int j = 0;
            for (; j + LANES <= n; j += LANES) {
                load(mask, first, right, j).fma(FloatVector.broadcast(S, BITS), load(scores, from + j))
                        .intoArray(scores, from + j);
            }
            for (; j < n; j++) {
                scores[from + j] = Math.fma(mask[first + j * right], BITS, scores[from + j]);
            }
        }
        Arrays.fill(scores, from + Math.max(n, 0), from + padded, NONE);
    }

    /** The largest of a padded row; NaN counts for nothing. */
    static float max(int n, float[] scores, int from, float atLeast) {
        FloatVector even = FloatVector.broadcast(S, NONE);
        FloatVector odd = even;
        int j = from;
        for (; j + 2 * LANES <= from + n; j += 2 * LANES) {
            FloatVector x = load(scores, j);
            FloatVector y = load(scores, j + LANES);
            even = even.blend(x, even.lt(x)); // the Vector API's own maximum takes NaN into account, at some cost
            odd = odd.blend(y, odd.lt(y));
        }
        if (j < from + n) {
            FloatVector x = load(scores, j);
            even = even.blend(x, even.lt(x));
        }
        FloatVector largest = even.blend(odd, even.lt(odd));
        return largest.compare(VectorOperators.GT, atLeast).anyTrue()
                ? largest.reduceLanes(VectorOperators.MAX)
                : atLeast;
    }

    /** {@code weight = 2^(score - max)} for a padded row; adds the weights, lane by lane, to the sums. */
    static void weights(int n, float[] scores, int from, float max, float[] sums, int sumsFrom) {
        FloatVector sum = load(sums, sumsFrom);
        for (int j = from; j < from + n; j += LANES) {
            FloatVector weight = exp2(load(scores, j).sub(max));
            weight.intoArray(scores, j);
            sum = sum.add(weight);
        }
        sum.intoArray(sums, sumsFrom);
    }

    /** {@code y = x factor} for n numbers. */
    static void scale(int n, float[] x, int xFrom, float factor, float[] y, int yFrom) {
        int j = 0;
        for (; j + LANES <= n; j += LANES) {
            load(x, xFrom + j).mul(factor).intoArray(y, yFrom + j);
        }
        for (; j < n; j++) {
            y[yFrom + j] = x[xFrom + j] * factor;
        }
    }

    /** {@code y += x factor} for n numbers. */
    static void addScaled(int n, float[] x, int xFrom, float factor, float[] y, int yFrom) {
        int j = 0;
        for (; j + LANES <= n; j += LANES) {
            load(x, xFrom + j).fma(FloatVector.broadcast(S, factor), load(y, yFrom + j)).intoArray(y, yFrom + j);
        }
        for (; j < n; j++) {
            y[yFrom + j] = Math.fma(x[xFrom + j], factor, y[yFrom + j]);
        }
    }
}
