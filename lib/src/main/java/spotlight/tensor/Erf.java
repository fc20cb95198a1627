package spotlight.tensor;

/**
 * The complementary error function, which the JDK lacks: {@code erfc(x) = 2/sqrt(pi) * integral of e^(-s^2) from x to
 * infinity}. Accurate to about 1e-15 relative, far into the tail, where 1 - erf(x) would have lost every digit.
 */
final class Erf {
    /**
     * Chebyshev coefficients of {@code erfc(x) e^(x^2) / t} in {@code u = 2t - 1}, {@code t = 4 / (4 + x)}: a smooth
     * function on -1..1 for all x from 0 to infinity. Computed for this project with 40 digits.
     */
    private static final double[] COEFFICIENTS = {
            0.40802446954913146, 0.37635823567636745, 0.14758035457222363, 0.049571317930027586,
            0.014227107557117175, 0.003443493262717524, 0.000682254183283808, 0.00010340451975756189,
            9.72854595199015e-06, -1.1988713758412045e-07, -2.1747767703449563e-07, -3.0291767735991394e-08,
            9.47991756520455e-10, 8.633411694990956e-10, 6.872156425953403e-11, -1.7034898438296277e-11,
            -3.3921306868290887e-12, 2.6158087668540244e-13, 1.212767580310864e-13, -2.114689543244809e-15,
            -4.117340933404178e-15, -6.328712721700708e-17, 1.4393110983449846e-16};

    private Erf() {
    }

    /** {@code erfc(x)}: 2 at minus infinity, 1 at 0, 0 at infinity; NaN for NaN. */
    static double erfc(double x) {
        if (x < 0) {
            return 2 - erfc(-x);
        }
        double t = 4 / (4 + x);
        double u = 2 * t - 1;
        double next = 0;
        double sum = 0; // Clenshaw's rule, from the last coefficient to the first
        for (int i = COEFFICIENTS.length - 1; i > 0; i--) {
            double previous = sum;
            sum = 2 * u * sum - next + COEFFICIENTS[i];
            next = previous;
        }
        return Math.exp(-x * x) * t * (u * sum - next + COEFFICIENTS[0]);
    }
}
