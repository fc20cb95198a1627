package spotlight.ch06;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("6.1 Seat numbers by hand")
@Tag("ch06")
class SeatNumberTest {
    @Test
    @Points(value = 1, hint = "In dimensions 0 and 1 the hand turns one radian per seat: 10000^0 is 1.")
    void firstPairTurnsOneRadianPerSeat() {
        for (int dimension = 0; dimension < 2; dimension++) {
            Verify.that("angle(3, " + dimension + ", 4)", SeatNumber.angle(3, dimension, 4))
                    .suspect(() -> 4, "positions count from 0, not from 1: seat 3 is turned by 3 radians, not 4")
                    .suspect(() -> Math.toRadians(3), "angles are radians here, not degrees")
                    .equalTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,2,4", "1,3,4", "7,10,16", "49,121,128", "5,11,512"})
    @Points(value = 2, hint = "Dimensions 2i and 2i+1 share one angle: halve the dimension first, then keep the fraction 2i/D.")
    void laterPairsTurnSlower(int position, int dimension, int dModel) {
        int even = dimension / 2 * 2;
        String name = "angle(" + position + ", " + dimension + ", " + dModel + ")";
        Verify.that(name, SeatNumber.angle(position, dimension, dModel))
                .suspect(() -> position,
                        "every dimension turns equally fast: 2 * i / dModel is an integer division and gives 0")
                .suspect(() -> position / Math.pow(10_000, even / 2.0 / dModel),
                        "the exponent is i/D instead of 2i/D: the waves grow too slowly")
                .suspect(() -> position * Math.pow(10_000, (double) even / dModel),
                        "later dimensions turn faster instead of slower: divide by 10000^(2i/D), do not multiply")
                .suspect(() -> position / Math.pow(10_000, 2.0 * dimension / dModel),
                        "the exponent uses the dimension where the pair belongs: with i = dimension / 2, 2i is the even dimension")
                .suspect(() -> position / Math.pow(10_000, (double) dimension / dModel),
                        "the odd dimension has an angle of its own: 2i and 2i+1 must share one")
                .suspect(() -> position / Math.exp((double) even / dModel), "the base is 10000, not e").equalTo(
                        position / Math.pow(10_000, (double) even / dModel));
    }

    @ParameterizedTest
    @CsvSource({"0,0,4", "0,1,4", "3,0,512", "3,1,512", "2,2,512", "1,3,4", "49,120,128", "49,121,128"})
    @Points(value = 2, hint = "Sine for even dimensions, cosine for odd ones.")
    void evenIsSineAndOddIsCosine(int position, int dimension, int dModel) {
        double angle = position / Math.pow(10_000, (double) (dimension / 2 * 2) / dModel);
        boolean even = dimension % 2 == 0;
        Verify.that("value(" + position + ", " + dimension + ", " + dModel + ")",
                SeatNumber.value(position, dimension, dModel))
                .suspect(() -> even ? Math.cos(angle) : Math.sin(angle),
                        "sine and cosine have changed places: even dimensions take the sine")
                .suspect(() -> Math.sin(angle), "odd dimensions take the cosine; the sine is used for both")
                .suspect(() -> angle, "that is the angle itself: its sine or cosine is still to be taken")
                .equalTo(even ? Math.sin(angle) : Math.cos(angle));
    }
}
