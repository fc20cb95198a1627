package spotlight.random;

/**
 * The natural logarithm rounded correctly, as the C library under NumPy gives it; the JDK's may differ from it in the
 * last bit, and one bit would be carried on into every number made from it. Computed with twice the digits of a double:
 * a number is kept as an unevaluated sum {@code high + low}.
 */
final class Logarithm {
    private static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
    private static final double LN2_LOW = 0x1.abc9e3b39803fp-56;

    private Logarithm() {
    }

    /** {@code ln x} for a positive normal number: {@code e ln 2 + 2 artanh s} with {@code s = (m - 1) / (m + 1)}. */
    static double of(double x) {
        int e = Math.getExponent(x);
        double m = Math.scalb(x, -e);
        if (m > Math.sqrt(2)) {
            m /= 2;
            e++;
        }
        double high = (m - 1) / (m + 1); // m - 1 is exact, m + 1 may not be
        double sum = m + 1;
        double lost = m < 1 ? m - (sum - 1) : 1 - (sum - m);
        double low = (Math.fma(-high, sum, m - 1) - high * lost) / sum;
        double square = high * high;
        double squareLow = Math.fma(high, high, -square) + 2 * high * low;
        double seriesHigh = 0;
        double seriesLow = 0;
        for (int k = 45; k >= 1; k -= 2) { // 1 + s^2/3 + s^4/5 + ..., from the smallest term
            double product = seriesHigh * square;
            double productLow = Math.fma(seriesHigh, square, -product) + seriesHigh * squareLow + seriesLow * square;
            double term = 1.0 / k;
            double termLow = Math.fma(-term, k, 1) / k;
            seriesHigh = term + product; // the term is the larger
            seriesLow = product - (seriesHigh - term) + productLow + termLow;
        }
        double a = 2 * high * seriesHigh;
        double aLow = Math.fma(2 * high, seriesHigh, -a) + 2 * (high * seriesLow + low * seriesHigh);
        double b = e * LN2_HIGH;
        double bLow = Math.fma(e, LN2_HIGH, -b) + e * LN2_LOW;
        double result = a + b;
        double bigger = Math.abs(a) > Math.abs(b) ? a : b;
        double smaller = bigger == a ? b : a;
        return result + (smaller - (result - bigger) + aLow + bLow);
    }
}
