package spotlight.ch13;

import static spotlight.check.Check.todo;

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
        return todo("13.3");
    }
}
