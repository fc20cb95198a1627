package spotlight.tensor;

/**
 * Functions of one number and their slopes, computed in double and rounded once. The gated units are written by the
 * tail T of their gate, {@code max(x, 0) - |x| T(|x|)}: x times its gate, with the right limits at the infinities.
 */
final class Functions {
    private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);
    private static final double CUBIC = 0.044715; // of GELU's approximation by tanh
    private static final double FAR = 1e3; // where every tail is 0

    private Functions() {
    }

    static float exp(float x) {
        return (float) Math.exp(x);
    }

    static float exp2(float x) {
        return (float) Math.exp(x * Math.log(2));
    }

    static float tanh(float x) {
        return (float) Math.tanh(x);
    }

    static float sigmoid(float x) {
        return (float) (1 / (1 + Math.exp(-x)));
    }

    /** {@code max(x, 0)}; NaN stays NaN. */
    static float relu(float x) {
        return x < 0 ? 0 : x;
    }

    static float gelu(float x) {
        double z = distance(x);
        return (float) (relu(x) - z * normalTail(z));
    }

    static float geluSlope(float x) {
        double z = distance(x);
        double density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
        return slope(x, normalTail(z) - z * density);
    }

    /** {@code 1 - Phi(z) = erfc(z / sqrt 2) / 2}. */
    private static double normalTail(double z) {
        return Erf.erfc(z * Math.sqrt(0.5)) / 2;
    }

    static float geluTanh(float x) {
        double z = distance(x);
        return (float) (relu(x) - z * sigmoidTail(gateOfGeluTanh(z)));
    }

    static float geluTanhSlope(float x) {
        double z = distance(x);
        double tail = sigmoidTail(gateOfGeluTanh(z));
        double inner = 2 * SQRT_2_OVER_PI * (z + 3 * CUBIC * z * z * z);
        return slope(x, tail - inner * tail * (1 - tail));
    }

    /** Twice the argument of tanh: {@code (1 + tanh a) / 2 = sigmoid(2 a)}. */
    private static double gateOfGeluTanh(double z) {
        return 2 * SQRT_2_OVER_PI * (z + CUBIC * z * z * z);
    }

    static float silu(float x) {
        double z = distance(x);
        return (float) (relu(x) - z * sigmoidTail(z));
    }

    static float siluSlope(float x) {
        double z = distance(x);
        double tail = sigmoidTail(z);
        return slope(x, tail - z * tail * (1 - tail));
    }

    /** {@code 1 - sigmoid(a) = 1 / (1 + e^a)}. */
    private static double sigmoidTail(double a) {
        return 1 / (1 + Math.exp(a));
    }

    private static double distance(float x) {
        return Math.min(Math.abs(x), FAR);
    }

    /** The slope at x, given the one at -|x|. */
    private static float slope(float x, double below) {
        return (float) (x > 0 ? 1 - below : below);
    }
}
