package spotlight.tensor;

/** Functions of one number and their slopes, computed in double and rounded once. */
final class Functions {
    private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);
    private static final double CUBIC = 0.044715; // of GELU's approximation by tanh

    private Functions() {
    }

    static float exp(float x) {
        return (float) Math.exp(x);
    }

    static float tanh(float x) {
        return (float) Math.tanh(x);
    }

    static float sigmoid(float x) {
        return (float) (1 / (1 + Math.exp(-x)));
    }

    static float relu(float x) {
        return Math.max(x, 0);
    }

    static float gelu(float x) {
        return (float) (x * normalDistribution(x));
    }

    static float geluSlope(float x) {
        double density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
        return (float) (normalDistribution(x) + x * density);
    }

    /** {@code Phi(x)} by erfc, exact in the tail: {@code erfc(-z) = 1 + erf(z)}. */
    private static double normalDistribution(double x) {
        return Erf.erfc(-x * Math.sqrt(0.5)) / 2;
    }

    static float geluTanh(float x) {
        return (float) (x * gate(x));
    }

    static float geluTanhSlope(float x) {
        double s = gate(x);
        double inner = 2 * SQRT_2_OVER_PI * (1 + 3 * CUBIC * x * x);
        return (float) (s + x * s * (1 - s) * inner);
    }

    /** {@code (1 + tanh z) / 2 = 1 / (1 + e^-2z)}, the right side without cancellation. */
    private static double gate(double x) {
        double z = SQRT_2_OVER_PI * (x + CUBIC * x * x * x);
        return 1 / (1 + Math.exp(-2 * z));
    }

    static float silu(float x) {
        return (float) (x / (1 + Math.exp(-x)));
    }

    static float siluSlope(float x) {
        double s = 1 / (1 + Math.exp(-x));
        return (float) (s * (1 + x * (1 - s)));
    }
}
