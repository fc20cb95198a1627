package spotlight.ch09;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("9.1 One vector for a whole text")
@Tag("ch09")
class PoolingTest {
    @ParameterizedTest
    @CsvSource({"2,3,4", "3,5,2", "1,4,6"})
    @Points(value = 2, hint = "Take the first lengths[b] rows of text b and divide by lengths[b], not by T.")
    void theMeanOfRealTokens(int batch, int tokens, int dModel) {
        Tensor x = random(batch, tokens, dModel);
        int[] lengths = lengths(batch, tokens);
        Tensor all = sums(x, full(lengths, tokens));
        Tensor real = sums(x, lengths);
        Verify.that("mean of " + batch + " texts of " + tokens + " rows", Pooling.mean(x, lengths))
                .suspect(() -> over(all, full(lengths, tokens)),
                        "padding is in the mean: take the first lengths[b] rows")
                .suspect(() -> over(real, full(lengths, tokens)),
                        "padding is left out of the sum but counted in the division: divide by lengths[b], not by T")
                .suspect(() -> over(all, lengths), "padding is in the sum: only the first lengths[b] rows are real")
                .suspect(() -> real, "this is the sum: divide by lengths[b]")
                .suspect(() -> fold(x, ones(lengths), Float::sum), "this is the first token: take the mean of all")
                .equalTo(over(real, lengths));
    }

    @ParameterizedTest
    @CsvSource({"2,3,4", "3,5,2", "1,4,6"})
    @Points(value = 2, hint = "The maximum over the real rows only; a row of zeros would win over negative features.")
    void theLargestOfRealTokens(int batch, int tokens, int dModel) {
        Tensor x = random(batch, tokens, dModel).minus(1); // most numbers are negative
        int[] lengths = lengths(batch, tokens);
        Tensor right = fold(x, lengths, Math::max);
        Verify.that("max of " + batch + " texts of " + tokens + " rows", Pooling.max(x, lengths))
                .suspect(() -> fold(x, full(lengths, tokens), Math::max),
                        "padding wins the maximum of some features: take the first lengths[b] rows")
                .suspect(() -> right.relu(),
                        "no feature is below 0: padding was set to 0, which beats negative numbers; or a maximum starts"
                                + " from 0")
                .suspect(() -> fold(x, lengths, Math::min), "this is the smallest value of each feature")
                .suspect(() -> over(sums(x, lengths), lengths), "this is the mean, not the maximum")
                .equalTo(right);
    }

    @Test
    @Points(value = 2, hint = "0 times NaN is NaN: cut the padding off instead of multiplying it by 0.")
    void paddingMayHoldAnything() {
        Tensor x = Tensor.of(new float[] {1, -2, 3, -4, 5, -6, Float.NaN, Float.POSITIVE_INFINITY}, 2, 2, 2);
        int[] lengths = {2, 1};
        Verify.that("mean beside padding of NaN and infinity", Pooling.mean(x, lengths))
                .suspectIf(mean -> Float.isNaN(mean.sum()),
                        "NaN: 0 times NaN or infinity is NaN, so cut padding off instead of multiplying it by 0")
                .equalTo(Tensor.matrix(new float[] {2, -3}, new float[] {5, -6}));
        Verify.that("max beside padding of NaN and infinity", Pooling.max(x, lengths))
                .suspectIf(max -> !Float.isFinite(max.sum()),
                        "what stands in the padding wins: NaN and infinity beat every number")
                .equalTo(Tensor.matrix(new float[] {3, -2}, new float[] {5, -6}));
    }

    @ParameterizedTest
    @CsvSource({"4,4", "3,12", "7,8", "1,39"})
    @Points(value = 1, hint = "The sum is the same; what it is divided by is not.")
    void zerosInTheMeanShrinkIt(int length, int tokens) {
        double right = (double) length / tokens;
        Verify.that("shrinks(" + length + ", " + tokens + ")", Pooling.shrinks(length, tokens))
                .suspect(() -> 1 / right, "upside down: the mean gets smaller, not larger")
                .suspect(() -> length / tokens, "int / int drops everything after the point: make one a double")
                .suspect(() -> 1 - right, "this is the share of padding: the factor is the share of real tokens")
                .suspect(() -> 1, "zeros add nothing to the sum, but they are counted")
                .equalTo(right);
    }

    private static Tensor random(int batch, int tokens, int dModel) {
        return Tensor.of(new NumpyRandom(91).randn(batch * tokens * dModel), batch, tokens, dModel);
    }

    /** The first text is full, the next one shorter, and so on. */
    private static int[] lengths(int batch, int tokens) {
        int[] lengths = new int[batch];
        Arrays.setAll(lengths, b -> Math.max(1, tokens - (batch == 1 ? 1 : b)));
        return lengths;
    }

    private static int[] full(int[] lengths, int tokens) {
        return Arrays.stream(lengths).map(length -> tokens).toArray();
    }

    private static int[] ones(int[] lengths) {
        return full(lengths, 1);
    }

    private static Tensor sums(Tensor x, int[] lengths) {
        return fold(x, lengths, Float::sum);
    }

    private static Tensor over(Tensor sums, int[] divisors) {
        Tensor column = Tensor.zeros(divisors.length, 1);
        Arrays.setAll(divisors, b -> {
            column.data()[b] = divisors[b];
            return divisors[b];
        });
        return sums.dividedBy(column);
    }

    private static Tensor fold(Tensor x, int[] lengths, BinaryOperator<Float> f) {
        Tensor y = Tensor.zeros(x.size(0), x.size(2));
        for (int b = 0; b < x.size(0); b++) {
            for (int d = 0; d < x.size(2); d++) {
                float value = x.at(b, 0, d);
                for (int t = 1; t < lengths[b]; t++) {
                    value = f.apply(value, x.at(b, t, d));
                }
                y.data()[b * x.size(2) + d] = value;
            }
        }
        return y;
    }
}
