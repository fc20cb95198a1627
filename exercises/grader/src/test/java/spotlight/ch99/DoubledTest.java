package spotlight.ch99;

import org.junit.jupiter.api.Test;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("99.9 Twice as much")
class DoubledTest {
    @Test
    @Points(value = 2, hint = "What is the double of three?")
    void doublesThree() {
        Verify.that("twice(3)", Doubled.twice(3)).suspect(() -> 9, "that is the square").equalTo(6);
    }
}
