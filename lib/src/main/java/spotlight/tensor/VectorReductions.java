package spotlight.tensor;

import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;
import static spotlight.tensor.VectorMath.broadcast;
import static spotlight.tensor.VectorMath.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * One number from n, those of an array from an offset on: two vectors of partial results, so that one addition need not
 * wait for the other, then their lanes, then an odd vector, then what did not fill a vector. A vector that is changed in
 * one branch only would be made an object of by the JIT compiler, so the odd one joins as a number.
 */
final class VectorReductions {
    private static final int PAIR = 2 * LANES;

    private VectorReductions() {
    }

    /**
     * The largest; NaN may be passed over, it shows in the sum that follows. The bits of positive floats are in their
     * order, those of negative ones in the opposite order: so the largest number is the one with the largest bits or,
     * if all are negative, the one with the least. Comparing floats would take masks, which JDK 17 is slow at.
     */
    static float max(float[] x, int from, int n) {
        IntVector most = broadcast(Float.NEGATIVE_INFINITY).reinterpretAsInts();
        IntVector least = most;
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            IntVector bits = load(x, from + i).reinterpretAsInts();
            most = most.max(bits);
            least = least.min(bits);
        }
        int positive = most.reduceLanes(VectorOperators.MAX);
        float max = Float.intBitsToFloat(positive < 0 ? least.reduceLanes(VectorOperators.MIN) : positive);
        for (; i < n; i++) {
            max = x[from + i] > max ? x[from + i] : max;
        }
        return max;
    }

    /** The sum of {@code x - origin}. */
    static float sum(float[] x, int from, int n, float origin) {
        FloatVector a = broadcast(0);
        FloatVector b = a;
        int i = 0;
        for (; i <= n - PAIR; i += PAIR) {
            a = a.add(load(x, from + i).sub(origin));
            b = b.add(load(x, from + i + LANES).sub(origin));
        }
        float sum = VectorMath.sum(a.add(b));
        if (i <= n - LANES) {
            sum += VectorMath.sum(load(x, from + i).sub(origin));
            i += LANES;
        }
        for (; i < n; i++) {
            sum += x[from + i] - origin;
        }
        return sum;
    }

    /** The sum of {@code (x - origin)^2}. */
    static float squares(float[] x, int from, int n, float origin) {
        FloatVector a = broadcast(0);
        FloatVector b = a;
        int i = 0;
        for (; i <= n - PAIR; i += PAIR) {
            FloatVector c = load(x, from + i).sub(origin);
            FloatVector d = load(x, from + i + LANES).sub(origin);
            a = c.fma(c, a);
            b = d.fma(d, b);
        }
        float sum = VectorMath.sum(a.add(b));
        if (i <= n - LANES) {
            FloatVector c = load(x, from + i).sub(origin);
            sum += VectorMath.sum(c.mul(c));
            i += LANES;
        }
        for (; i < n; i++) {
            sum += (x[from + i] - origin) * (x[from + i] - origin);
        }
        return sum;
    }

    /** The sum of {@code x y}. */
    static float dot(float[] x, int xFrom, float[] y, int yFrom, int n) {
        FloatVector a = broadcast(0);
        FloatVector b = a;
        int i = 0;
        for (; i <= n - PAIR; i += PAIR) {
            a = load(x, xFrom + i).fma(load(y, yFrom + i), a);
            b = load(x, xFrom + i + LANES).fma(load(y, yFrom + i + LANES), b);
        }
        float sum = VectorMath.sum(a.add(b));
        if (i <= n - LANES) {
            sum += VectorMath.sum(load(x, xFrom + i).mul(load(y, yFrom + i)));
            i += LANES;
        }
        for (; i < n; i++) {
            sum += x[xFrom + i] * y[yFrom + i];
        }
        return sum;
    }

    /** The sum of {@code e^(x - max)}. */
    static float sumOfExp(float[] x, int from, int n, float max) {
        FloatVector sums = broadcast(0);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            sums = sums.add(VectorMath.expOfNegative(load(x, from + i).sub(max)));
        }
        float sum = VectorMath.sum(sums);
        for (; i < n; i++) {
            sum += VectorMath.exp(x[from + i] - max);
        }
        return sum;
    }

    /** The same sum, its terms being kept in y, which may be x. */
    static float exp(float[] x, int from, int n, float max, float[] y) {
        FloatVector sums = broadcast(0);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            FloatVector e = VectorMath.expOfNegative(load(x, from + i).sub(max));
            e.intoArray(y, from + i);
            sums = sums.add(e);
        }
        float sum = VectorMath.sum(sums);
        for (; i < n; i++) {
            float e = VectorMath.exp(x[from + i] - max);
            y[from + i] = e;
            sum += e;
        }
        return sum;
    }
}
