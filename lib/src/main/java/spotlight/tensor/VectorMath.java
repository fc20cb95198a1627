package spotlight.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The vector shape of the program, and the functions of one vector that the Vector API lacks or computes slowly. */
final class VectorMath {
    /** One vector shape in the whole program: a second one would slow both down on JDK 17. */
    static final VectorSpecies<Float> S = KernelChoice.requestedBits() < 0
            ? FloatVector.SPECIES_PREFERRED
            : VectorSpecies.of(float.class, VectorShape.forBitSize(KernelChoice.requestedBits()));
    static final int LANES = S.length();

    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0.693145752f; // ln 2 = LN2_HIGH + LN2_LOW, the first with few bits
    private static final float LN2_LOW = 1.42860682e-6f;
    private static final float EXP_LARGEST = 88.7228f;
    private static final float EXP_SMALLEST = -87.3365f; // below it e^x is not a normal float: taken as 0
    private static final float ROUND = 0x1.8p23f; // added to a float it leaves the nearest integer in the low bits
    private static final float SQRT_HALF = 0.707106781f;
    private static final float[] TAIL = {0.5107913569f, 0.3435803187f, 0.1397357335f, 0.01822166943f, -0.01075162619f,
            -0.003243451918f, 0.001529157161f, 0.0004306704884f, -0.0002993827121f, -3.660187694e-5f,
            4.21611972e-5f};

    private VectorMath() {
    }

    static FloatVector load(float[] x, int from) {
        return FloatVector.fromArray(S, x, from);
    }

    static FloatVector load(float[] x, int from, int step, int i) {
        return step == 0 ? FloatVector.broadcast(S, x[from]) : FloatVector.fromArray(S, x, from + i);
    }

    /** {@code e^x = 2^n e^r} with {@code r = x - n ln 2} in {@code +-ln 2 / 2}; relative error below 2e-7. */
    static FloatVector exp(FloatVector x) {
        FloatVector shifted = x.mul(LOG2_E).add(ROUND);
        FloatVector n = shifted.sub(ROUND);
        FloatVector r = n.fma(FloatVector.broadcast(S, -LN2_HIGH), x).sub(n.mul(LN2_LOW));
        FloatVector q = r.mul(1.393364352e-3f).add(8.363175565e-3f).fma(r, FloatVector.broadcast(S, 4.166646498e-2f))
                .fma(r, FloatVector.broadcast(S, 1.6666577e-1f)).fma(r, FloatVector.broadcast(S, 0.5f));
        FloatVector y = q.fma(r.mul(r), r).add(1);
        FloatVector scaled = y.reinterpretAsInts()
                .add(shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats();
        return scaled.blend(0, x.lt(EXP_SMALLEST))
                .blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, EXP_LARGEST))
                .blend(x, x.compare(VectorOperators.NE, x)); // NaN
    }

    /** {@code tanh x = 1 - 2 / (e^2x + 1)}, near 0 a polynomial, where that difference would lose its digits. */
    static FloatVector tanh(FloatVector x) {
        FloatVector z = x.mul(x);
        FloatVector p = z.mul(2.295841263e-3f).add(-8.346980495e-3f)
                .fma(z, FloatVector.broadcast(S, 2.176996092e-2f)).fma(z, FloatVector.broadcast(S, -5.395940591e-2f))
                .fma(z, FloatVector.broadcast(S, 1.333330428e-1f)).fma(z, FloatVector.broadcast(S, -3.333333318e-1f));
        FloatVector near = p.mul(z).fma(x, x);
        FloatVector far = FloatVector.broadcast(S, 1)
                .sub(FloatVector.broadcast(S, 2).div(exp(x.add(x)).add(1)));
        return far.blend(near, z.lt(0.390625f)); // |x| < 0.625
    }

    /**
     * {@code Phi(x) = erfc(-x / sqrt 2) / 2}: for the tail {@code e^(-x^2/2) t Q(u) / 2} with {@code t = 2 / (2 + |x| /
     * sqrt 2)} and a polynomial Q in {@code u = 2t - 1}, cut from the series in {@link Erf}.
     */
    static FloatVector normalDistribution(FloatVector unbounded) {
        FloatVector two = FloatVector.broadcast(S, 2);
        FloatVector x = unbounded.max(-20).min(20); // beyond it Phi is 0 or 1
        FloatVector t = two.div(x.abs().fma(FloatVector.broadcast(S, SQRT_HALF), two));
        FloatVector u = t.add(t).sub(1);
        FloatVector q = u.mul(TAIL[10]).add(TAIL[9]);
        for (int i = 8; i >= 0; i--) {
            q = q.fma(u, FloatVector.broadcast(S, TAIL[i]));
        }
        FloatVector square = x.mul(x);
        FloatVector lost = x.fma(x, square.neg()); // what rounding took from the square
        FloatVector tail = exp(square.mul(-0.5f)).mul(t).mul(q).mul(lost.mul(-0.25f).add(0.5f));
        VectorMask<Float> positive = x.compare(VectorOperators.GT, 0);
        return tail.blend(FloatVector.broadcast(S, 1).sub(tail), positive);
    }
}
