package spotlight.ch01;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("1.5 Paths and costs")
@Tag("ch01")
class PathsAndCostsTest {
    private static final String OVERFLOW = "the product ran over the range of an int: begin with a long";

    @ParameterizedTest
    @CsvSource({"3,2", "7,4", "4,7", "1,5"})
    @Points(value = 2, hint = "A [d,d] matrix times d numbers takes d·d multiplications; each token needs two of them.")
    void recurrentAsCounted(int tokens, int d) {
        long counted = 0;
        for (int t = 0; t < tokens; t++) {
            counted += matrixTimesVector(d) + matrixTimesVector(d); // token, state
        }
        long expected = counted;
        Verify.that("recurrent(" + tokens + ", " + d + ")", PathsAndCosts.recurrent(tokens, d))
                .suspect(() -> expected / 2, "there are two matrices: one for the token, one for the state")
                .suspect(() -> 2L * tokens * d, "a [d,d] matrix times d numbers takes d·d multiplications, not d")
                .suspect(() -> expected / tokens, "this is one token: there are T")
                .equalTo(expected, 0);
    }

    @ParameterizedTest
    @CsvSource({"3,2", "7,4", "4,7", "1,5"})
    @Points(value = 2, hint = "T tokens look at T tokens, and each look takes d multiplications twice.")
    void attentionAsCounted(int tokens, int d) {
        long counted = 0;
        for (int looking = 0; looking < tokens; looking++) {
            for (int seen = 0; seen < tokens; seen++) {
                for (int i = 0; i < d; i++) {
                    counted += 2; // match, weighted sum
                }
            }
        }
        long expected = counted;
        Verify.that("attention(" + tokens + ", " + d + ")", PathsAndCosts.attention(tokens, d))
                .suspect(() -> expected / 2, "only one of the two is counted: the matches, and the weighted sums")
                .suspect(() -> 2L * tokens * d, "linear in T: every token looks at every token, that is T·T looks")
                .suspect(() -> (long) tokens * (tokens - 1) * d,
                        "pairs counted once: A looks at B and B at A, and each "
                                + "at itself")
                .suspect(() -> 2L * tokens * (tokens - 1) * d, "each token looks at itself, too: T·T, not T·(T - 1)")
                .suspect(() -> 2L * tokens * tokens, "each look takes d multiplications: the factor d is missing")
                .equalTo(expected, 0);
    }

    @Test
    @Points(value = 1, hint = "100000 · 100000 is more than an int can hold (2147483647).")
    void longTexts() {
        Verify.that("recurrent(100000, 512)", PathsAndCosts.recurrent(100_000, 512))
                .suspect(() -> 2 * 100_000 * 512 * 512, OVERFLOW).equalTo(52_428_800_000.0, 0);
        Verify.that("attention(100000, 512)", PathsAndCosts.attention(100_000, 512))
                .suspectIf(value -> value < 1e13, OVERFLOW).equalTo(10_240_000_000_000.0, 0);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "64", "512"})
    @Points(value = 1, hint = "2 T T d against 2 T d d: what is left when you cancel?")
    void crossoverAsSearchedFor(int d) {
        int tokens = 1;
        while (tokens * tokens * d <= tokens * d * d) {
            tokens++;
        }
        int found = tokens;
        Verify.that("crossover(" + d + ")", PathsAndCosts.crossover(d))
                .suspect(() -> found - 1, "at this length both take the same: one token more, and attention takes more")
                .suspect(() -> (long) d * d, "T and d·d are compared: a factor d and a factor T stand on both sides")
                .equalTo(found, 0);
    }

    @ParameterizedTest
    @CsvSource({"10,4", "9,1", "200,512", "12,4", "1,8", "0,3", "13,4"})
    @Points(value = 2, hint = "A last, shorter step is a step, too; and if it comes out even there is none.")
    void stepsAsWalked(int distance, int window) {
        int walked = 0;
        for (int at = 0; at < distance; at += window) {
            walked++;
        }
        int expected = walked;
        Verify.that("steps(" + distance + ", " + window + ")", PathsAndCosts.steps(distance, window))
                .suspect(() -> distance / window, "rounded down: a last, shorter step is a step, too")
                .suspect(() -> distance / window + 1, "one too many: where it comes out even there is no rest to go")
                .suspect(() -> distance, "one token at a time, as an RNN: a step goes up to window tokens ahead")
                .equalTo(expected, 0);
    }

    /** The multiplications of a [d,d] matrix with d numbers, counted where they would happen. */
    private static long matrixTimesVector(int d) {
        long multiplications = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                multiplications++;
            }
        }
        return multiplications;
    }
}
