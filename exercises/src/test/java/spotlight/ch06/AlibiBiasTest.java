package spotlight.ch06;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.tensor.Tensor;

@Exercise("6.6 ALiBi: a penalty on distance")
@Tag("ch06")
class AlibiBiasTest {
    private interface Rule {
        double bias(int head, int query, int key);
    }

    @Test
    @Points(value = 2, hint = "Of 8 heads the first has slope 1/2: every step back costs half a point.")
    void firstOfEightHeadsLosesHalfAPointPerStep() {
        float hidden = Float.NEGATIVE_INFINITY;
        Tensor expected = Tensor.matrix(new float[] {0, hidden, hidden}, new float[] {-0.5f, 0, hidden},
                new float[] {-1, -0.5f, 0});
        Verify.that("head 1 of causal(8, 3)", AlibiBias.causal(8, 3).select(0, 0))
                .suspectIf(bias -> Float.isFinite(bias.at(0, 2)) && bias.at(1, 0) == -0.5f,
                        "the future is not hidden: keys after the query need -infinity")
                .suspect(() -> expected.map(v -> Float.isInfinite(v) ? v : -v),
                        "distance is rewarded instead of punished: the bias must be negative")
                .suspect(() -> build(8, 3, (h, t, s) -> s <= t ? -(t - s) : Double.NEGATIVE_INFINITY).select(0, 0),
                        "the slopes start at 1: heads are counted from 1, so the first of 8 has 2^-1")
                .suspect(() -> expected.transpose(), "queries and keys have changed places: rows are queries")
                .equalTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"8,5", "4,4", "2,7", "1,3", "16,2"})
    @Points(value = 3, hint = "Head h of H, counted from 1: slope 2^(-8h/H). Mind the integer division.")
    void everyHeadHasItsSlope(int heads, int length) {
        Verify.that("causal(" + heads + ", " + length + ")", AlibiBias.causal(heads, length))
                .suspect(() -> causal(heads, length, h -> Math.pow(2, -8.0 * h / heads)),
                        "the slopes start at 1: heads are counted from 1, so head 1 has 2^(-8/H)")
                .suspect(() -> causal(heads, length, h -> Math.pow(2, -(h + 1))),
                        "the slopes are 2^-h for any number of heads: the exponent is -8h/H")
                .suspect(() -> causal(heads, length, h -> Math.pow(2, -8.0 / heads)),
                        "all heads have the same slope: head h has 2^(-8h/H)")
                .suspect(() -> causal(heads, length, h -> -Math.pow(2, -8.0 * (h + 1) / heads)),
                        "distance is rewarded instead of punished: the bias must be negative")
                .equalTo(causal(heads, length, h -> Math.pow(2, -8.0 * (h + 1) / heads)));
    }

    private static Tensor causal(int heads, int length, java.util.function.IntToDoubleFunction slope) {
        return build(heads, length,
                (h, t, s) -> s <= t ? -slope.applyAsDouble(h) * (t - s) : Double.NEGATIVE_INFINITY);
    }

    private static Tensor build(int heads, int length, Rule rule) {
        float[] y = new float[heads * length * length];
        for (int h = 0; h < heads; h++) {
            for (int t = 0; t < length; t++) {
                for (int s = 0; s < length; s++) {
                    y[(h * length + t) * length + s] = (float) rule.bias(h, t, s);
                }
            }
        }
        return Tensor.of(y, heads, length, length);
    }
}
