package spotlight.ch03;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("3.6 The cost of looking at everything")
@Tag("ch03")
class CostOfAttentionTest {
    private static final String OVERFLOW = "the product ran over the range of an int: start with (long) tokens";

    @ParameterizedTest
    @CsvSource({"2,3,1,1", "5,4,3,2", "10,4,3,2", "7,8,2,6"})
    @Points(value = 2, hint = "Each of the T·K numbers of q is a dot product over D; the same for k, and T·Dv for v.")
    void projectionsAsMeasured(int tokens, int dModel, int headDim, int valueDim) {
        long measured = count(tokens, headDim, dModel) * 2 + count(tokens, valueDim, dModel);
        Verify.that("projections", CostOfAttention.projections(tokens, dModel, headDim, valueDim))
                .suspect(() -> count(tokens, headDim, dModel) + count(tokens, valueDim, dModel),
                        "q and k need a projection each: one of the three is missing")
                .suspect(() -> 3 * count(tokens, headDim, dModel), "the values are Dv wide, not K")
                .suspect(() -> measured / dModel,
                        "each number is a dot product over D entries: the factor D is missing")
                .equalTo(measured, 0);
    }

    @ParameterizedTest
    @CsvSource({"5,3,2", "10,3,2", "6,2,7", "2,1,1"})
    @Points(value = 2, hint = "There are T·T scores, a dot product over K each, and T·Dv outputs, a sum over T each.")
    void mixingAsMeasured(int tokens, int headDim, int valueDim) {
        long measured = count(tokens, tokens, headDim) + count(tokens, valueDim, tokens);
        Verify.that("mixing", CostOfAttention.mixing(tokens, headDim, valueDim))
                .suspect(() -> count(tokens, tokens, headDim), "only the scores are counted: weights · v is missing")
                .suspect(() -> measured / tokens, "linear in T: every query meets every key, that is T·T pairs")
                .equalTo(measured, 0);
    }

    @ParameterizedTest
    @CsvSource({"50000,64,64", "100000,64,128"})
    @Points(value = 1, hint = "100000 · 100000 is more than an int can hold (2147483647).")
    void longTexts(int tokens, int headDim, int valueDim) {
        long expected = (long) tokens * tokens * (headDim + valueDim);
        Verify.that("mixing of " + tokens + " tokens", CostOfAttention.mixing(tokens, headDim, valueDim))
                .suspect(() -> (long) (tokens * tokens) * (headDim + valueDim), OVERFLOW)
                .suspect(() -> tokens * tokens * (headDim + valueDim), OVERFLOW)
                .suspect(() -> (long) tokens * (headDim + valueDim),
                        "linear in T: every query meets every key, that is T·T pairs")
                .equalTo(expected, 0);
    }

    @ParameterizedTest
    @CsvSource({"3,1,1", "512,64,64", "4,2,2", "10,3,2", "768,64,192"})
    @Points(value = 2, hint = "Try T = 1, 2, 3 … in your head: the first at which mixing is strictly larger.")
    void crossoverAsSearchedFor(int dModel, int headDim, int valueDim) {
        int tokens = 1;
        while (mixing(tokens, headDim, valueDim) <= projections(tokens, dModel, headDim, valueDim)) {
            tokens++;
        }
        int found = tokens;
        Verify.that("crossover", CostOfAttention.crossover(dModel, headDim, valueDim))
                .suspect(() -> found - 1, "one too small: at this length the mixing does not cost more yet")
                .suspect(() -> found + 1, "one too large: one token earlier the mixing costs more already")
                .suspect(() -> dModel + 1, "D + 1 would be right if K and Dv were counted alike: mind 2K + Dv")
                .equalTo(found, 0);
    }

    private static long projections(long tokens, int dModel, int headDim, int valueDim) {
        return tokens * dModel * (2 * headDim + valueDim);
    }

    private static long mixing(long tokens, int headDim, int valueDim) {
        return tokens * tokens * (headDim + valueDim);
    }

    /** The multiplications of an [m,k] by [k,n] matrix product, counted where they would happen. */
    private static long count(int m, int n, int k) {
        long multiplications = 0;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int inner = 0; inner < k; inner++) {
                    multiplications++;
                }
            }
        }
        return multiplications;
    }
}
