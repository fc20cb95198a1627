package spotlight.ch13;

import java.util.Arrays;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;

@Exercise("13.3 The doubling time")
@Tag("ch13")
class DoublingTimeTest {
    @ParameterizedTest
    @CsvSource({"0.5,1", "2,3.5", "0.25,100", "-1,64"})
    @Points(value = 2, hint = "The slope of log2(size) is doublings a year; the time of one doubling is its inverse.")
    void sizesThatDoubleExactly(double doubling, double first) {
        double[] years = {2017, 2018.5, 2019, 2022.25};
        double[] sizes = Arrays.stream(years).map(year -> first * Math.pow(2, (year - 2017) / doubling)).toArray();
        Verify.that("years for sizes that double in " + doubling + " years", DoublingTime.years(years, sizes))
                .suspect(() -> 1 / doubling, "these are doublings a year: asked for are years for a doubling")
                .suspect(() -> doubling / Math.log(2),
                        "this is the time in which they grow by e: the logarithm is to base 2")
                .suspect(() -> doubling * Math.log(10) / Math.log(2),
                        "this is the time in which they grow ten times: the logarithm is to base 2")
                .suspect(() -> line(years, sizes, false),
                        "the line goes through the sizes themselves: take their logarithm")
                .equalTo(doubling);
    }

    @Test
    @Points(value = 2, hint = "Skip a model whose size is NaN in every sum, and do not count it.")
    void unpublishedSizesAreLeftOut() {
        double[] years = {2018, 2019, 2020, 2021};
        double[] sizes = {100, 400, Double.NaN, 6400};
        Verify.that("years of the example", DoublingTime.years(years, sizes))
                .suspectIf(Double::isNaN, "NaN: an unpublished size has slipped into a sum")
                .suspect(() -> counted(years, sizes),
                        "the means are divided by the number of all models: count the published ones only")
                .equalTo(0.5);
        double[] more = {2016, 2018, 2019, 2020, 2021, 2022};
        double[] unknown = {Double.NaN, 100, 400, Double.NaN, 6400, Double.NaN};
        Verify.that("years with the first and the last one unknown", DoublingTime.years(more, unknown)).equalTo(0.5);
    }

    @Test
    @Points(value = 2, hint = "All points count: sums over (x - mean x)(y - mean y) and (x - mean x)².")
    void pointsBesideTheLine() {
        NumpyRandom random = new NumpyRandom(133);
        double[] noise = random.randn(12);
        double[] years = new double[12];
        double[] sizes = new double[12];
        Arrays.setAll(years, i -> 2017 + 0.7 * i);
        Arrays.setAll(sizes, i -> 100 * Math.pow(2, years[i] - 2017 + noise[i]));
        Verify.that("years for points beside the line", DoublingTime.years(years.clone(), sizes.clone()))
                .suspect(() -> (years[11] - years[0]) / (log2(sizes[11]) - log2(sizes[0])),
                        "only the first and the last model are looked at: the line goes through all of them")
                .suspect(() -> through(years, sizes), "the line is forced through (0, 0): subtract the means")
                .equalTo(line(years, sizes, true));
    }

    /** Least squares by the normal equations: 1 / slope. */
    private static double line(double[] x, double[] sizes, boolean logarithm) {
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < x.length; i++) {
            double shifted = x[i] - 2017;
            double y = logarithm ? log2(sizes[i]) : sizes[i];
            sx += shifted;
            sy += y;
            sxx += shifted * shifted;
            sxy += shifted * y;
        }
        return (x.length * sxx - sx * sx) / (x.length * sxy - sx * sy);
    }

    private static double through(double[] x, double[] sizes) {
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < x.length; i++) {
            sxx += x[i] * x[i];
            sxy += x[i] * log2(sizes[i]);
        }
        return sxx / sxy;
    }

    /** With means over all models, published or not. */
    private static double counted(double[] x, double[] sizes) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += Double.isNaN(sizes[i]) ? 0 : x[i] / x.length;
            meanY += Double.isNaN(sizes[i]) ? 0 : log2(sizes[i]) / x.length;
        }
        double together = 0;
        double spread = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(sizes[i])) {
                together += (x[i] - meanX) * (log2(sizes[i]) - meanY);
                spread += (x[i] - meanX) * (x[i] - meanX);
            }
        }
        return spread / together;
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
