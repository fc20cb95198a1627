package spotlight.ch06;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("6.4 How long is a wave?")
@Tag("ch06")
class WavelengthsTest {
    @Test
    @Points(value = 1, hint = "The wavelengths run from 6 to over 50,000 positions, evenly on a logarithmic scale. Where is 100?")
    void predictionIsNear() {
        int guess = Wavelengths.prediction();
        assertTrue(Math.abs(guess - 20) <= 8, () -> "your prediction " + guess
                + (guess > 20 ? " is too high" : " is too low")
                + ": think of the 64 wavelengths on a logarithmic axis, then measure with shorterThan(100, 128)");
    }

    @ParameterizedTest
    @CsvSource({"0,4", "1,4", "0,128", "31,64", "10,512"})
    @Points(value = 2, hint = "A wave repeats when its angle has grown by 2 pi.")
    void wavelengthIsAFullTurn(int pair, int dModel) {
        double expected = 2 * Math.PI * Math.pow(10_000, 2.0 * pair / dModel);
        Verify.that("wavelength(" + pair + ", " + dModel + ")", Wavelengths.wavelength(pair, dModel))
                .suspect(() -> expected / (2 * Math.PI),
                        "the full turn of 2 pi is missing: this is the distance of one radian")
                .suspect(() -> expected / 2, "that is half a wave: a full turn is 2 pi, not pi")
                .suspect(() -> 2 * Math.PI * Math.pow(10_000, (double) pair / dModel),
                        "the exponent is i/D instead of 2i/D: the longest wave would be 628 positions")
                .suspect(() -> 2 * Math.PI / Math.pow(10_000, 2.0 * pair / dModel),
                        "waves get longer with the pair, not shorter: multiply by 10000^(2i/D)")
                .suspect(() -> 2 * Math.PI, "every wave is equally long: 2 * pair / dModel is an integer division")
                .equalTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"100,128,20", "5,128,0", "1000,128,36", "1e9,64,32", "100,512,77",
            "6.283185307179586,128,0"})
    @Points(value = 2, hint = "There are D/2 pairs: try each.")
    void shortWavesAreCounted(double positions, int dModel, int expected) {
        Verify.that("shorterThan(" + positions + ", " + dModel + ")", Wavelengths.shorterThan(positions, dModel))
                .suspectIf(count -> positions == 2 * Math.PI && count == 1,
                        "the first wave is exactly that long, and exactly as long is not below")
                .suspect(() -> dModel / 2 - expected, "those are the waves that are longer: count the shorter ones")
                .suspect(() -> 2 * expected, "each pair is counted twice: there are D/2 pairs, not D")
                .equalTo(expected);
    }
}
