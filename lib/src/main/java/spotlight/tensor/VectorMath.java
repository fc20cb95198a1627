package spotlight.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The vector shape of the program, and the functions of one vector that the Vector API lacks or computes slowly. */
final class VectorMath {
    /** One vector shape in the whole program: a second one would slow both down on JDK 17. */
    static final VectorSpecies<Float> S = KernelChoice.requestedBits() < 0
            ? FloatVector.SPECIES_PREFERRED
            : VectorSpecies.of(float.class, VectorShape.forBitSize(KernelChoice.requestedBits()));
    static final int LANES = S.length();

    static {
        FirstUse.ofOperators(S); // here, since nothing computes with vectors before this class is there
    }

    private static final float LOG2_E = 1.44269502f;
    private static final float LOG2_E_REST = 1.92596299e-8f; // what rounding took from it
    private static final double LN2 = 0.69314718055994531;
    private static final float ROUND = 0x1.8p23f; // added to a float it leaves the nearest integer in the low bits
    private static final float EXP_LARGEST = 88.7228f;
    private static final float EXP_SMALLEST = -86.98f; // below it e^x is taken as 0

    /** JDK 17 adds the lanes one after the other; JDK 25 in another order once the method is compiled. */
    private static final boolean IN_ORDER = Runtime.version().feature() < 18;

    private static final VectorShuffle<Float> SWAP_1 = swap(1);
    private static final VectorShuffle<Float> SWAP_2 = swap(2);
    private static final VectorShuffle<Float> SWAP_4 = swap(4);
    private static final VectorShuffle<Float> SWAP_8 = swap(8);

    private VectorMath() {
    }

    static FloatVector load(float[] x, int from) {
        return FloatVector.fromArray(S, x, from);
    }

    static FloatVector load(float[] x, int from, int step, int i) {
        return step == 0 ? FloatVector.broadcast(S, x[from]) : FloatVector.fromArray(S, x, from + i);
    }

    /** The sum of the lanes, to the bit the same whether this code is compiled already or not. */
    static float sum(FloatVector x) {
        if (IN_ORDER) {
            return x.reduceLanes(VectorOperators.ADD);
        }
        FloatVector pairs = x.add(x.rearrange(SWAP_1));
        FloatVector fours = pairs.add(pairs.rearrange(SWAP_2));
        FloatVector eights = LANES > 4 ? fours.add(fours.rearrange(SWAP_4)) : fours;
        FloatVector all = LANES > 8 ? eights.add(eights.rearrange(SWAP_8)) : eights;
        return all.lane(0);
    }

    private static VectorShuffle<Float> swap(int size) {
        return VectorShuffle.fromOp(S, lane -> lane ^ size);
    }

    static FloatVector broadcast(float x) {
        return FloatVector.broadcast(S, x);
    }

    /** {@code e^x = 2^n 2^r} with n the integer nearest to {@code x log2(e)}; relative error below 2e-7. */
    static FloatVector exp(FloatVector x) {
        FloatVector shifted = x.fma(LOG2_E, ROUND + 126); // low bits: the exponent field of 2^(n-1), for 2^128 has none
        FloatVector minusN = broadcast(ROUND + 126).sub(shifted);
        FloatVector r = x.fma(broadcast(LOG2_E_REST), x.fma(broadcast(LOG2_E), minusN));
        FloatVector half = power(r, shifted);
        return half.add(half).blend(0, x.compare(VectorOperators.LT, EXP_SMALLEST))
                .blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, EXP_LARGEST));
    }

    /** The same for one number, in the same steps: Math.exp is a call, see {@link #log}. */
    static float exp(float x) {
        float shifted = Math.fma(x, LOG2_E, ROUND + 126);
        float r = Math.fma(x, LOG2_E_REST, Math.fma(x, LOG2_E, ROUND + 126 - shifted));
        float p = Math.fma(r, 1.32647273e-3f, 9.67151299e-3f);
        p = Math.fma(p, r, 5.55073358e-2f);
        p = Math.fma(p, r, 0.240222424f);
        p = Math.fma(p, r, 0.693147004f);
        p = Math.fma(p, r, 1);
        float half = p * Float.intBitsToFloat(Float.floatToRawIntBits(shifted) << 23);
        return x < EXP_SMALLEST ? 0 : x > EXP_LARGEST ? Float.POSITIVE_INFINITY : half + half;
    }

    /** {@code e^x} for x up to 0, with less work and an error that grows to 1e-6 of results below e^-60; NaN stays NaN. */
    static FloatVector expOfNegative(FloatVector x) {
        return exp2(x, LOG2_E).blend(0, x.compare(VectorOperators.LT, EXP_SMALLEST));
    }

    /** {@code 2^(factor x)}, which must lie from 2^-126 to 2^127; NaN stays NaN. */
    static FloatVector exp2(FloatVector x, float factor) {
        FloatVector shifted = x.fma(factor, ROUND + 127); // low bits: the exponent field of 2^n
        FloatVector minusN = broadcast(ROUND + 127).sub(shifted);
        return power(x.fma(broadcast(factor), minusN), shifted);
    }

    /** {@code 2^r} for r from -1/2 to 1/2, times the power of two whose exponent field is in the low bits. */
    private static FloatVector power(FloatVector r, FloatVector exponent) {
        return r.fma(1.32647273e-3f, 9.67151299e-3f).fma(r, broadcast(5.55073358e-2f))
                .fma(r, broadcast(0.240222424f)).fma(r, broadcast(0.693147004f)).fma(r, broadcast(1))
                .mul(exponent.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats());
    }

    /**
     * {@code ln x = k ln 2 + 2 artanh(s)} for a normal x, with {@code x = 2^k m}, m from 2/3 to 4/3, and {@code s = (m - 1)
     * / (m + 1)}; NaN stays NaN. Not Math.log, because that is a call, and a call among vectors puts them out of their
     * registers.
     */
    static float log(float x) {
        int k = Math.getExponent(1.5f * x);
        double m = x * Double.longBitsToDouble(1023L - k << 52);
        double s = (m - 1) / (m + 1);
        double ss = s * s;
        double series = 1 + ss * (1 / 3.0 + ss * (1 / 5.0 + ss * (1 / 7.0 + ss * (1 / 9.0 + ss / 11))));
        return (float) (k * LN2 + 2 * s * series);
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

    /** {@code max(x, 0)}, NaN staying NaN; the max of the Vector API takes several instructions for that. */
    static FloatVector relu(FloatVector x) {
        return x.blend(0, x.compare(VectorOperators.LT, 0));
    }

    /** {@code |x|}, but not above the limit, where NaN lands too: the bits of positive floats are in their order. */
    static FloatVector distance(FloatVector x, float limit) {
        return x.abs().reinterpretAsInts().min(Float.floatToRawIntBits(limit)).reinterpretAsFloats();
    }

    /** The same, NaN staying NaN; masks take JDK 17 longer. */
    static FloatVector distanceOrNaN(FloatVector x, float limit) {
        FloatVector z = x.abs();
        return z.blend(limit, z.compare(VectorOperators.GT, limit));
    }

    /** {@code e^(-z^2/2)} for z from 0 to 13. */
    static FloatVector bell(FloatVector z) {
        return exp2(z.mul(z), -0.5f * LOG2_E);
    }

    /**
     * The tail of the normal distribution beyond z >= 0, over {@link #bell}: {@code Phi(-z) e^(z^2/2)}, which falls
     * slowly, as a polynomial in {@code t = 3.5 / (3.5 + z)}. The relative error is below 3e-6, 2e-7 near 0.
     */
    static FloatVector tail(FloatVector z) {
        FloatVector t = broadcast(3.5f).div(z.add(3.5f));
        return t.fma(-0.102280840f, 0.354058892f).fma(t, broadcast(-0.195224971f)).fma(t, broadcast(0.254142255f))
                .fma(t, broadcast(6.83277473e-2f)).fma(t, broadcast(0.121491805f)).fma(t, broadcast(-5.14969288e-4f));
    }

    /** {@code sigmoid(-a) = e^-a / (1 + e^-a)} for a from 0 to 87. */
    static FloatVector sigmoidTail(FloatVector a) {
        FloatVector e = exp2(a, -LOG2_E);
        return e.div(e.add(1));
    }
}
