package spotlight.tensor;

import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;
import static spotlight.tensor.VectorMath.bell;
import static spotlight.tensor.VectorMath.broadcast;
import static spotlight.tensor.VectorMath.distance;
import static spotlight.tensor.VectorMath.distanceOrNaN;
import static spotlight.tensor.VectorMath.load;
import static spotlight.tensor.VectorMath.sigmoidTail;
import static spotlight.tensor.VectorMath.tail;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link ElementKernels} on vector registers. What does not fill a vector at the end is left to the loops there.
 *
 * <p>The gated units gelu, geluTanh and silu are computed from the tail T of their gate: {@code y = max(x, 0) - |x|
 * T(|x|)}, and the slope dy/dx is {@code d = T + |x| T'(|x|)} left of 0, {@code 1 - d} right of it. So both sides have
 * the same accuracy, and only one of them needs a polynomial.
 */
interface VectorElements extends ElementKernels {

    /** {@code 1 / sqrt(2 pi)}. */
    float DENSITY_AT_0 = 0.398942280f;
    /** {@code 2 sqrt(2 / pi)}, of the gate of geluTanh. */
    float LINEAR = 1.59576912f;
    /** {@code 0.044715} times it. */
    float CUBIC = 0.0713548163f;

    @Override
    default void add(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c, int cFrom) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            load(a, aFrom, aStep, i).add(load(b, bFrom, bStep, i)).intoArray(c, cFrom + i);
        }
        ElementKernels.super.add(n - i, a, aFrom + i * aStep, aStep, b, bFrom + i * bStep, bStep, c, cFrom + i);
    }

    @Override
    default void subtract(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c,
            int cFrom) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            load(a, aFrom, aStep, i).sub(load(b, bFrom, bStep, i)).intoArray(c, cFrom + i);
        }
        ElementKernels.super.subtract(n - i, a, aFrom + i * aStep, aStep, b, bFrom + i * bStep, bStep, c, cFrom + i);
    }

    @Override
    default void multiply(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c,
            int cFrom) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            load(a, aFrom, aStep, i).mul(load(b, bFrom, bStep, i)).intoArray(c, cFrom + i);
        }
        ElementKernels.super.multiply(n - i, a, aFrom + i * aStep, aStep, b, bFrom + i * bStep, bStep, c, cFrom + i);
    }

    @Override
    default void divide(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c,
            int cFrom) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            load(a, aFrom, aStep, i).div(load(b, bFrom, bStep, i)).intoArray(c, cFrom + i);
        }
        ElementKernels.super.divide(n - i, a, aFrom + i * aStep, aStep, b, bFrom + i * bStep, bStep, c, cFrom + i);
    }

    @Override
    default void exp(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            VectorMath.exp(load(x, i)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = Functions.exp(x[i]);
        }
    }

    @Override
    default void tanh(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            VectorMath.tanh(load(x, i)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = Functions.tanh(x[i]);
        }
    }

    @Override
    default void tanhBackward(int n, float[] y, float[] dy, float[] dx) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            FloatVector v = load(y, i);
            load(dy, i).mul(v.neg().fma(v, broadcast(1))).intoArray(dx, i);
        }
        for (; i < n; i++) {
            dx[i] = dy[i] * (1 - y[i] * y[i]);
        }
    }

    @Override
    default void sigmoid(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            broadcast(1).div(VectorMath.exp(load(x, i).neg()).add(1)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = Functions.sigmoid(x[i]);
        }
    }

    @Override
    default void sigmoidBackward(int n, float[] y, float[] dy, float[] dx) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            FloatVector v = load(y, i);
            load(dy, i).mul(v.mul(broadcast(1).sub(v))).intoArray(dx, i);
        }
        for (; i < n; i++) {
            dx[i] = dy[i] * (y[i] * (1 - y[i]));
        }
    }

    @Override
    default void relu(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            VectorMath.relu(load(x, i)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = Functions.relu(x[i]);
        }
    }

    @Override
    default void reluBackward(int n, float[] x, float[] dy, float[] dx) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            load(dy, i).blend(0, load(x, i).compare(VectorOperators.LE, 0)).intoArray(dx, i);
        }
        for (; i < n; i++) {
            dx[i] = x[i] <= 0 ? 0 : dy[i];
        }
    }

    @Override
    default void gelu(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            FloatVector v = load(x, i);
            FloatVector z = distance(v, 13);
            FloatVector below = bell(z).mul(z).mul(tail(z));
            VectorMath.relu(v).sub(below).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = Functions.gelu(x[i]);
        }
    }

    @Override
    default void geluBackward(int n, float[] x, float[] dy, float[] dx) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            FloatVector v = load(x, i);
            FloatVector z = distanceOrNaN(v, 13);
            FloatVector below = bell(z).mul(z.fma(broadcast(-DENSITY_AT_0), tail(z)));
            load(dy, i).mul(slope(v, below)).intoArray(dx, i);
        }
        for (; i < n; i++) {
            dx[i] = dy[i] * Functions.geluSlope(x[i]);
        }
    }

    @Override
    default void geluTanh(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            FloatVector v = load(x, i);
            FloatVector z = distance(v, 9.9f);
            FloatVector gate = sigmoidTail(z.mul(z).fma(CUBIC, LINEAR).mul(z));
            VectorMath.relu(v).sub(gate.mul(z)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = Functions.geluTanh(x[i]);
        }
    }

    @Override
    default void geluTanhBackward(int n, float[] x, float[] dy, float[] dx) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            FloatVector v = load(x, i);
            FloatVector z = distanceOrNaN(v, 9.9f);
            FloatVector zz = z.mul(z);
            FloatVector gate = sigmoidTail(zz.fma(CUBIC, LINEAR).mul(z));
            FloatVector inner = zz.fma(3 * CUBIC, LINEAR).mul(z);
            load(dy, i).mul(slope(v, gatedSlope(gate, inner))).intoArray(dx, i);
        }
        for (; i < n; i++) {
            dx[i] = dy[i] * Functions.geluTanhSlope(x[i]);
        }
    }

    @Override
    default void silu(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            FloatVector v = load(x, i);
            FloatVector z = distance(v, 87);
            VectorMath.relu(v).sub(sigmoidTail(z).mul(z)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = Functions.silu(x[i]);
        }
    }

    @Override
    default void siluBackward(int n, float[] x, float[] dy, float[] dx) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            FloatVector v = load(x, i);
            FloatVector z = distanceOrNaN(v, 87);
            FloatVector below = gatedSlope(sigmoidTail(z), z);
            load(dy, i).mul(slope(v, below)).intoArray(dx, i);
        }
        for (; i < n; i++) {
            dx[i] = dy[i] * Functions.siluSlope(x[i]);
        }
    }

    /** {@code T + z T'} for the gate {@code T = sigmoid(-a(z))}, given {@code z a'(z)}. */
    private static FloatVector gatedSlope(FloatVector gate, FloatVector inner) {
        FloatVector closed = gate.sub(1); // -(1 - T)
        return gate.mul(inner.fma(closed, broadcast(1)));
    }

    /** The slope at v, given the one at -|v|. */
    private static FloatVector slope(FloatVector v, FloatVector below) {
        return below.blend(broadcast(1).sub(below), v.compare(VectorOperators.GT, 0));
    }
}
