package spotlight.ch06;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.nn.PositionalEncoding;
import spotlight.tensor.Tensor;

@Exercise("6.7 Find the bug: seats that look alike")
@Tag("ch06")
class SameForAllTest {
    @Test
    @Points(value = 2, hint = "Print the first row: what should the sine of seat 0 be?")
    void seatZeroComesFirst() {
        Verify.that("first row of table(3, 4)", SameForAll.table(3, 4).slice(0, 0, 1))
                .suspect(() -> Tensor.of(new double[] {Math.sin(1), Math.cos(1), Math.sin(1), Math.cos(1)}, 1, 4),
                        "the table is still the buggy one: the first row is not that of seat 0")
                .suspect(() -> PositionalEncoding.sinusoidal(2, 4).slice(0, 1, 2),
                        "one mistake is left: the first row belongs to seat 1, positions count from 0")
                .equalTo(Tensor.matrix(new float[] {0, 1, 0, 1}));
    }

    @ParameterizedTest
    @CsvSource({"3,4", "50,16", "100,128"})
    @Points(value = 3, hint = "Look at the types in 2 * (dimension / 2) / dModel.")
    void everyPairHasItsOwnWave(int length, int dModel) {
        Tensor expected = PositionalEncoding.sinusoidal(length, dModel);
        Verify.that("table(" + length + ", " + dModel + ")", SameForAll.table(length, dModel))
                .suspect(() -> sameWave(length, dModel, 1),
                        "both mistakes are still there: the seats are one too high and"
                                + " every pair turns equally fast")
                .suspect(() -> sameWave(length, dModel, 0),
                        "one mistake is left: every pair turns equally fast, int / int cuts the fraction off")
                .suspect(() -> PositionalEncoding.sinusoidal(length + 1, dModel).slice(0, 1, length + 1),
                        "one mistake is left: the seats are one too high, positions count from 0")
                .suspect(() -> ownWaves(length, dModel),
                        "the odd dimensions have angles of their own: keep dimension / 2 an"
                                + " integer division, and make only the division by dModel a double")
                .equalTo(expected);
    }

    private static Tensor sameWave(int length, int dModel, int first) {
        Tensor angles = PositionalEncoding.sinusoidal(length + first, 2).slice(0, first, length + first); // [T,2]
        Tensor[] copies = new Tensor[dModel / 2];
        java.util.Arrays.fill(copies, angles);
        return Tensor.concat(1, copies);
    }

    private static Tensor ownWaves(int length, int dModel) {
        float[] y = new float[length * dModel];
        for (int p = 0; p < length; p++) {
            for (int d = 0; d < dModel; d++) {
                double angle = p / Math.pow(10_000, (double) d / dModel);
                y[p * dModel + d] = (float) (d % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
            }
        }
        return Tensor.of(y, length, dModel);
    }
}
