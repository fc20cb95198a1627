package spotlight.ch13;

/**
 * Exercise 13.3, the doubling time: how fast did models grow, in one honest number? Things that double again and again lie on
 * a straight line once one takes the logarithm to base 2: each doubling adds 1. So put a straight line through the points
 * (year, log2 of the parameters), in the sense of the least squares:
 *
 * <pre>{@code
 * slope = sum of (x - mean x)(y - mean y)  /  sum of (x - mean x)^2        doublings a year
 * }</pre>
 *
 * <p>and the doubling time is 1 / slope, in years. Where a size was never published there is no point: such models are NaN in
 * the data and must be left out, not counted as 0, and a single NaN that slips into a sum makes the whole sum NaN.
 *
 * <p>Example: 2018: 100, 2019: 400, 2020: NaN, 2021: 6,400. The logarithms grow by 2 a year, so the doubling time is 0.5
 * years.
 */
public final class DoublingTime {
    private DoublingTime() {
    }

    /**
     * The time in which the sizes double.
     *
     * @param years when each model became known; not modified
     * @param sizes of the same models, NaN if not published; two at least are published, in different years; not modified
     * @return in years; negative if they shrink
     */
    public static double years(double[] years, double[] sizes) {
        double meanX = 0;
        double meanY = 0;
        int published = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (!Double.isNaN(sizes[i])) {
                meanX += years[i];
                meanY += log2(sizes[i]);
                published++;
            }
        }
        meanX /= published;
        meanY /= published;
        double together = 0;
        double spread = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (!Double.isNaN(sizes[i])) {
                together += (years[i] - meanX) * (log2(sizes[i]) - meanY);
                spread += (years[i] - meanX) * (years[i] - meanX);
            }
        }
        return spread / together;
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
