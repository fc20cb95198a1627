package spotlight.tensor;

import static spotlight.tensor.FlashAttention.BITS;
import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;
import static spotlight.tensor.VectorMath.broadcast;
import static spotlight.tensor.VectorMath.load;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Rows of scores, in bits, on vector registers. They are padded to whole vectors with hidden scores. */
final class FlashVectorRows {
    private static final float HIDDEN = Float.NEGATIVE_INFINITY;

    /** One vector of zeros and one of hidden scores, side by side: loads in between are partly hidden. */
    private static final float[] EDGE = new float[2 * LANES];
    static {
        Arrays.fill(EDGE, LANES, 2 * LANES, HIDDEN);
    }

    private FlashVectorRows() {
    }

    /** n rounded up to whole vectors. */
    static int whole(int n) {
        return (n + LANES - 1) / LANES * LANES;
    }

    /** {@code 2^x} for x of at most 126; 0 where it is less than any normal number. */
    static FloatVector exp2(FloatVector x) {
        return VectorMath.exp2(x.blend(-127, x.compare(VectorOperators.LT, -127)), 1);
    }

    /** Adds the mask for query i and the keys from {@code key} on to n scores. */
    static void mask(FlashAttention a, int head, int i, int key, int n, float[] scores, int from) {
        float[] mask = a.mask().data();
        int right = a.mask().right();
        int first = a.mask().at(head, i) + key * right;
        int j = 0;
        for (; j + LANES <= n; j += LANES) {
            load(mask, first, right, j).fma(broadcast(BITS), load(scores, from + j)).intoArray(scores, from + j);
        }
        for (; j < n; j++) {
            scores[from + j] = Math.fma(mask[first + j * right], BITS, scores[from + j]);
        }
    }

    /** Hides what lies after n scores of a padded row. */
    static void hide(int n, int padded, float[] scores, int from) {
        for (int j = n / LANES * LANES; j < padded; j += LANES) {
            int rest = Math.max(0, n - j);
            load(scores, from + j).blend(HIDDEN, load(EDGE, LANES - rest).compare(VectorOperators.LT, 0))
                    .intoArray(scores, from + j);
        }
    }

    /**
     * What the weights of a padded row may be relative to: the reference so far, or a score of the row, such that no
     * score is larger by more than {@code slack}. NaN counts for nothing.
     */
    static float reference(int n, float[] scores, int from, float reference, float slack) {
        FloatVector even = broadcast(HIDDEN);
        FloatVector odd = even;
        int j = from;
        for (; j + 2 * LANES <= from + n; j += 2 * LANES) {
            FloatVector x = load(scores, j);
            FloatVector y = load(scores, j + LANES);
            even = even.blend(x, even.compare(VectorOperators.LT, x)); // the Vector API's max costs more, for NaN
            odd = odd.blend(y, odd.compare(VectorOperators.LT, y));
        }
        if (j < from + n) {
            FloatVector x = load(scores, j);
            even = even.blend(x, even.compare(VectorOperators.LT, x));
        }
        FloatVector largest = even.blend(odd, even.compare(VectorOperators.LT, odd));
        if (!largest.compare(VectorOperators.GT, reference + slack).anyTrue()) {
            return reference;
        }
        float some = largest.lane(0); // mostly good enough, and cheaper than the largest of all lanes
        return largest.compare(VectorOperators.GT, some + slack).anyTrue()
                ? largest.reduceLanes(VectorOperators.MAX)
                : some;
    }

    /** {@code weight = 2^(score - reference)} for a padded row; adds the weights, lane by lane, to the sums. */
    static void weights(int n, float[] scores, int from, float reference, float[] sums, int sumsFrom) {
        FloatVector sum = load(sums, sumsFrom);
        for (int j = from; j < from + n; j += LANES) {
            FloatVector weight = exp2(load(scores, j).sub(reference));
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
            load(x, xFrom + j).fma(broadcast(factor), load(y, yFrom + j)).intoArray(y, yFrom + j);
        }
        for (; j < n; j++) {
            y[yFrom + j] = Math.fma(x[xFrom + j], factor, y[yFrom + j]);
        }
    }
}
