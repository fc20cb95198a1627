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
    private static final float SLACK = 24; // weights stay below 2^24: nothing overflows, no digit is lost
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

    /** Adds the mask for the queries from {@code query} on and the keys from {@code key} on to rows of n scores. */
    static void mask(FlashAttention a, int head, int query, int key, int rows, int n, float[] scores, int from,
            int row) {
        float[] mask = a.mask().data();
        int right = a.mask().right();
        for (int i = 0; i < rows; i++) {
            int x = a.mask().at(head, query + i) + key * right;
            int y = from + i * row;
            int j = 0;
            for (; j + LANES <= n; j += LANES) {
                load(mask, x, right, j).fma(broadcast(BITS), load(scores, y + j)).intoArray(scores, y + j);
            }
            for (; j < n; j++) {
                scores[y + j] = Math.fma(mask[x + j * right], BITS, scores[y + j]);
            }
        }
    }

    /** Hides, in rows of n scores that are padded to whole vectors, the padding and what the queries may not see. */
    static void hide(FlashAttention a, int query, int key, int rows, int n, int padded, float[] scores, int from,
            int row) {
        for (int i = 0; i < rows; i++) {
            int visible = Math.max(0, Math.min(n, a.visible(query + i) - key));
            for (int j = visible / LANES * LANES; j < padded; j += LANES) {
                FloatVector edge = load(EDGE, LANES - Math.max(0, visible - j));
                load(scores, from + i * row + j).blend(HIDDEN, edge.compare(VectorOperators.LT, 0))
                        .intoArray(scores, from + i * row + j);
            }
        }
    }

    /**
     * Padded rows of n scores become weights, {@code 2^(score - reference)}, and are added to the sums lane by lane.
     * The reference of a row is one of its scores; if another is larger by more than SLACK, that takes its place, and
     * what was summed up before follows.
     *
     * <p>All in one method, which is too long for the JIT compiler to copy into its callers: it was seen to give up
     * halfway there, and left a third of the speed.
     */
    static void weights(int first, int rows, int n, float[] scores, int row, float[] references, float[] sums,
            float[] out, int outRow) {
        for (int i = first; i < first + rows; i++) {
            int from = i * row;
            FloatVector largest = broadcast(HIDDEN);
            for (int j = from; j < from + n; j += LANES) {
                FloatVector score = load(scores, j);
                largest = largest.blend(score, largest.compare(VectorOperators.LT, score)); // max costs more, for NaN
            }
            float reference = references[i];
            if (largest.compare(VectorOperators.GT, reference + SLACK).anyTrue()) {
                float other = largest.lane(0); // mostly good enough, and cheaper than the largest of all lanes
                if (largest.compare(VectorOperators.GT, other + SLACK).anyTrue()) {
                    other = largest.reduceLanes(VectorOperators.MAX);
                }
                if (reference != HIDDEN) {
                    float factor = Functions.exp2(reference - other);
                    load(sums, i * LANES).mul(factor).intoArray(sums, i * LANES);
                    for (int c = i * outRow; c < (i + 1) * outRow; c += LANES) {
                        load(out, c).mul(factor).intoArray(out, c);
                    }
                }
                references[i] = other;
            }
            FloatVector shift = broadcast(references[i] == HIDDEN ? 0 : references[i]); // nothing seen: weights are 0
            FloatVector sum = load(sums, i * LANES);
            for (int j = from; j < from + n; j += LANES) {
                FloatVector weight = exp2(load(scores, j).sub(shift));
                weight.intoArray(scores, j);
                sum = sum.add(weight);
            }
            sum.intoArray(sums, i * LANES);
        }
    }

    /** For rows of a panel: {@code P = 2^(S - reference) factor} in place of S, {@code dS = P (dP - D)} of dP. */
    static void slopes(int rows, float[] weights, float[] slopes, float[] references, int referencesFrom,
            float[] factors, float[] deltas, int query) {
        for (int i = 0; i < rows; i++) {
            FloatVector shift = broadcast(references[referencesFrom + i]);
            FloatVector factor = broadcast(factors[query + i]);
            FloatVector delta = broadcast(deltas[query + i]);
            for (int j = 2 * i * LANES; j < 2 * (i + 1) * LANES; j += LANES) {
                FloatVector weight = exp2(load(weights, j).sub(shift)).mul(factor);
                weight.intoArray(weights, j);
                load(slopes, j).sub(delta).mul(weight).intoArray(slopes, j);
            }
        }
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
