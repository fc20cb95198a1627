package spotlight.ch04;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("4.2 Predict the speed")
@Tag("ch04")
class IntensityTest {
    private static final String OVERFLOW = "the product ran over the range of an int: begin with a long";

    @ParameterizedTest
    @CsvSource({"2,2,2", "2,3,4", "7,1,5", "64,32,16"})
    @Points(value = 1, hint = "Each of the m·n numbers of c is a sum of k products.")
    void operationsAsCounted(int m, int n, int k) {
        Verify.that("operations", Intensity.operations(m, n, k))
                .suspect(() -> m * n * k, "an addition is an operation too: two for each product")
                .suspect(() -> m * n * (2 * k - 1), "count the addition to 0 as well: 2 k operations for each number")
                .equalTo(2.0 * m * n * k, 0);
    }

    @ParameterizedTest
    @CsvSource({"2,2,2", "2,3,4", "7,1,5", "64,32,16"})
    @Points(value = 1, hint = "a has m·k numbers, b k·n, c m·n, and each number 4 bytes.")
    void leastBytes(int m, int n, int k) {
        int numbers = m * k + k * n + m * n;
        Verify.that("leastBytes", Intensity.leastBytes(m, n, k))
                .suspect(() -> numbers, "these are numbers: each of them has 4 bytes")
                .suspect(() -> 4.0 * (m * k + k * n), "c is written: it counts, too")
                .suspect(() -> 8.0 * m * n * k, "each number needs to be read only once, not for each product")
                .equalTo(4.0 * numbers, 0);
    }

    @Test
    @Points(value = 1, hint = "2147483647 is the largest int: 2 · 1024 · 1024 · 1024 is one more.")
    void largeSizes() {
        Verify.that("operations of 1024 x 1024 x 1024", Intensity.operations(1024, 1024, 1024))
                .suspectIf(value -> value < 0 || value == 0, OVERFLOW).equalTo(2147483648.0, 0);
        Verify.that("leastBytes of 20000 x 20000 x 20000", Intensity.leastBytes(20_000, 20_000, 20_000))
                .suspectIf(value -> value < 4.8e9, OVERFLOW).equalTo(4.8e9, 0);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "4,32", "8,16", "2,2"})
    @Points(value = 2, hint = "A step reads rows + columns numbers and makes rows · columns products.")
    void intensityOfATile(int rows, int columns) {
        Verify.that("ofTile " + rows + " x " + columns, Intensity.ofTile(rows, columns))
                .suspect(() -> rows * columns / (4.0 * (rows + columns)),
                        "a multiply-add is two operations: this is half of the intensity")
                .suspect(() -> 2.0 * rows * columns / (rows + columns),
                        "this is operations per number: each number has 4 bytes")
                .suspectIf(value -> Math.abs(value - 0.5) < 1e-9 || Math.abs(value - 2) < 1e-9,
                        "the bytes are those of the tile: count what a step reads, rows + columns numbers")
                .suspect(() -> 2 * rows * columns / (4 * (rows + columns)),
                        "a whole number: divide doubles, not ints")
                .equalTo(rows * columns / (2.0 * (rows + columns)));
    }

    @ParameterizedTest
    @CsvSource({"0.25,100,20", "5,100,20", "50,100,20", "1.6,240,37"})
    @Points(value = 1, hint = "Two limits hold at once. Which one decides?")
    void attainableUnderTheRoof(double intensity, double peak, double bandwidth) {
        Verify.that("attainable(" + intensity + ", " + peak + ", " + bandwidth + ")",
                Intensity.attainable(intensity, peak, bandwidth))
                .suspect(() -> Math.max(peak, intensity * bandwidth),
                        "the larger of two limits is none: the smaller holds")
                .suspect(() -> intensity * bandwidth, "more than the arithmetic can do: the peak is a limit, too")
                .suspect(() -> peak, "the memory is forgotten: it brings bandwidth bytes a second, not more")
                .equalTo(Math.min(peak, intensity * bandwidth));
    }
}
