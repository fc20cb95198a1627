package spotlight.ch06;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.nn.PositionalEncoding;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("6.2 The whole table")
@Tag("ch06")
class SinusoidalTableTest {
    @Test
    @Points(value = 1, hint = "Seat 0 is turned by nothing: every sine is 0 and every cosine is 1.")
    void seatZeroIsZerosAndOnes() {
        Verify.that("table(1, 6)", SinusoidalTable.table(1, 6))
                .suspect(() -> PositionalEncoding.sinusoidal(2, 6).slice(0, 1, 2),
                        "the table starts at seat 1: positions count from 0")
                .suspect(() -> Tensor.matrix(new float[] {1, 0, 1, 0, 1, 0}),
                        "sine and cosine have changed places in the table: dimension 0 is a sine")
                .suspect(() -> Tensor.matrix(new float[] {0, 0, 0, 1, 1, 1}),
                        "the sines stand in the first half and the cosines in the second: here they take turns")
                .equalTo(Tensor.matrix(new float[] {0, 1, 0, 1, 0, 1}));
    }

    @ParameterizedTest
    @CsvSource({"5,4", "10,8", "100,128", "3,2"})
    @Points(value = 3, hint = "Row = position; each row is what exercise 6.1 computes, entry by entry.")
    void tableEqualsTheFormula(int length, int dModel) {
        Tensor expected = PositionalEncoding.sinusoidal(length, dModel);
        Verify.that("table(" + length + ", " + dModel + ")", SinusoidalTable.table(length, dModel))
                .suspect(() -> PositionalEncoding.sinusoidal(length + 1, dModel).slice(0, 1, length + 1),
                        "the table starts at seat 1: positions count from 0")
                .suspect(() -> halves(expected),
                        "the sines stand in the first half and the cosines in the second: here they take turns")
                .suspect(() -> swapped(expected),
                        "sine and cosine have changed places in the table: dimension 0 is a sine")
                .suspect(() -> PositionalEncoding.sinusoidal(length, dModel, 100),
                        "the waves are too short: the base is 10000 and the exponent 2i/D, with 2i the even dimension")
                .equalTo(expected);
    }

    @Test
    @Points(value = 1, hint = "Compute the angle in double and cast the sine, not the angle.")
    void farSeatsStayExact() {
        Verify.that("row 99999 of table(100000, 2)", SinusoidalTable.table(100_000, 2).slice(0, 99_999, 100_000))
                .equalTo(Tensor.of(new double[] {Math.sin(99_999), Math.cos(99_999)}, 1, 2));
        Verify.that("row 4999 of table(5000, 64)", SinusoidalTable.table(5_000, 64).slice(0, 4_999, 5_000))
                .equalTo(PositionalEncoding.sinusoidal(5_000, 64).slice(0, 4_999, 5_000));
    }

    @Test
    @Points(value = 2, hint = "The same table for each sample of the batch: broadcasting adds [T,D] to [B,T,D].")
    void everySampleGetsTheSameTable() {
        Tensor x = Tensor.of(new NumpyRandom(6).randn(2 * 3 * 4), 2, 3, 4);
        Tensor table = PositionalEncoding.sinusoidal(3, 4);
        Verify.that("addTo(x)", SinusoidalTable.addTo(x))
                .suspect(() -> x, "the words come back unchanged: the encoding is not added")
                .suspect(() -> x.times(table), "the encoding is multiplied with the words: it is to be added")
                .suspect(() -> x.plus(PositionalEncoding.sinusoidal(2, 4).unsqueeze(1)),
                        "the position is counted along the batch: rows of T, not samples, have seats")
                .suspect(() -> x.plus(PositionalEncoding.sinusoidal(6, 4).reshape(2, 3, 4)),
                        "the count of seats runs on into the next sample: each sample starts at seat 0")
                .equalTo(x.plus(table));
    }

    private static Tensor swapped(Tensor table) {
        return permuted(table, d -> d ^ 1);
    }

    private static Tensor halves(Tensor table) {
        int half = table.size(1) / 2;
        return permuted(table, d -> d < half ? 2 * d : 2 * (d - half) + 1);
    }

    private static Tensor permuted(Tensor table, java.util.function.IntUnaryOperator source) {
        float[] y = new float[table.size()];
        for (int p = 0; p < table.size(0); p++) {
            for (int d = 0; d < table.size(1); d++) {
                y[p * table.size(1) + d] = table.at(p, source.applyAsInt(d));
            }
        }
        return Tensor.of(y, table.shape());
    }
}
