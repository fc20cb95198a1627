package spotlight.ch11;

import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.nn.Mask;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("11.2 The mask that comes too late")
@Tag("ch11")
class FutureLeakTest {
    private static final int V = 5;
    private static final int[] IDS = {3, 1, 4, 0, 2, 4};
    private static final Tensor TABLE = new TorchRandom(2).randn(V, V);

    @Test
    @Points(value = 1, hint = "Set scores[h, t, s] to -infinity for s > t, then softmax.")
    void theExample() {
        float ln3 = (float) Math.log(3);
        verifyWeights(Tensor.of(new float[] {0, 9, 0, ln3}, 1, 2, 2));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,4", "3,7"})
    @Points(value = 2, hint = "One mask [T,T] serves all heads: plus stretches it.")
    void rowsSumToOneAndSeeThePast(int heads, int tokens) {
        verifyWeights(new TorchRandom(1).randn(heads, tokens, tokens).times(3));
    }

    private static void verifyWeights(Tensor scores) {
        int tokens = scores.size(1);
        Tensor triangle = Mask.causal(tokens).exp(); // 1 visible, 0 hidden
        Tensor tooLate = scores.softmax().times(triangle);
        Tensor copy = Tensor.of(scores.data(), scores.shape());
        Tensor weights = FutureLeak.weights(scores);
        Verify.fact(scores.close(copy, 0), "weights: you changed the scores that you were given");
        Verify.that("weights", weights).suspect(() -> scores.softmax(), "nothing is hidden: the mask is missing")
                .suspect(() -> tooLate, "the mask comes after the softmax: rows no longer sum to 1, and the future "
                        + "still decides how large the past is")
                .suspect(() -> tooLate.dividedBy(tooLate.sum(2).unsqueeze(2)),
                        "masked after the softmax and divided by the sum again: right here, but NaN where "
                                + "the past has rounded to 0")
                .suspect(() -> scores.times(triangle).softmax(),
                        "hidden scores are 0, and exp(0) is 1: they must be -infinity")
                .suspect(() -> scores.plus(triangle).softmax(),
                        "1 was added to the visible scores: add 0 there and -infinity to the hidden ones")
                .suspect(() -> scores.plus(Mask.causal(tokens).transpose()).softmax(),
                        "polarity reversed: the past is hidden and the future is visible")
                .suspectIf(w -> Float.isNaN(w.sum()),
                        "NaN: a row in which nothing is visible; each place must at least see itself")
                .equalTo(scores.plus(Mask.causal(tokens)).softmax());
    }

    @Test
    @Points(value = 1, hint = "A very large score in the future must not make the past 0 / 0.")
    void aLoudFutureChangesNothing() {
        Tensor scores = Tensor.of(new float[] {1, 500, 0, 2, 3, 800, 1, 1, 1}, 1, 3, 3);
        Verify.that("weights where the future has scores of 500 and 800", FutureLeak.weights(scores))
                .suspectIf(w -> Float.isNaN(w.sum()),
                        "NaN: masked after the softmax, where the past has rounded to 0, and 0 / 0 is NaN")
                .suspectIf(w -> w.at(0, 0, 0) == 0,
                        "the past has weight 0: the future still has its part in the softmax")
                .equalTo(scores.plus(Mask.causal(3)).softmax());
    }

    @Test
    @Points(value = 2, hint = "Change token 1, then token 2, …; compare all rows before the changed one.")
    void everyLeakIsCaught() {
        verifyLeak("that sees everything, everywhere", model((t, s) -> true), 0);
        verifyLeak("in which place 2 sees place 3, and that is all", model((t, s) -> s <= t || t == 2 && s == 3), 2);
        verifyLeak("in which place 1 sees the last place, and that is all", model((t, s) -> s <= t || t == 1 && s == 5),
                1);
        verifyLeak("in which places 1 and 3 look ahead, 3 at place 4 and 1 at place 5",
                model((t, s) -> s <= t || t == 3 && s == 4 || t == 1 && s == 5), 1);
        verifyLeak("in which place 0 sees place 1, and place 3 the last", model(
                (t, s) -> s <= t || t == 0 && s == 1 || t == 3 && s == 5), 0);
    }

    @Test
    @Points(value = 1, hint = "Rows at and behind the changed token may change, and so may the last digits of a float.")
    void noFalseAlarm() {
        verifyLeak("that is causal", model((t, s) -> s <= t), -1);
        Function<int[], Tensor> causal = model((t, s) -> s <= t);
        verifyLeak("that is causal up to rounding", ids -> causal.apply(ids).plus(1e-5f * ids[5]), -1);
        verifyLeak("that differs by exactly 1e-4 if the last token does, which is rounding,",
                ids -> Tensor.full(ids[5] == IDS[5] ? 0 : 1e-4f, ids.length, V), -1);
        verifyLeak("that hides even the token itself", model((t, s) -> s < t), -1);
    }

    private static void verifyLeak(String which, Function<int[], Tensor> model, int expected) {
        int[] ids = IDS.clone();
        int found = FutureLeak.firstLeak(model, ids);
        Verify.fact(Arrays.equals(ids, IDS), "firstLeak: you changed the ids that you were given");
        Verify.that("firstLeak of a model " + which, found)
                .suspectIf(first -> expected < 0 && which.contains("rounding"),
                        "a false alarm: differences up to 1e-4 are rounding")
                .suspectIf(first -> expected < 0,
                        "a false alarm: rows at the changed place and behind it may change")
                .suspectIf(first -> first < 0 && which.contains("last place"),
                        "not caught: change every token behind t, not only the next one")
                .suspectIf(first -> first < 0,
                        "not caught: compare all rows before the changed token, all numbers of each")
                .suspectIf(first -> first > expected, "a leak, but not the first one: keep looking for smaller places")
                .equalTo(expected);
    }

    private interface Sees {
        boolean sees(int t, int s);
    }

    /** Row t is the sum over the visible places of a row of a table, weighted by place: no two sums cancel. */
    private static Function<int[], Tensor> model(Sees sees) {
        return ids -> {
            Verify.fact(Arrays.stream(ids).allMatch(id -> id >= 0 && id < V), "firstLeak: the model got the ids "
                    + Arrays.toString(ids) + ", but its tokens are 0 to " + (V - 1));
            Tensor[] rows = new Tensor[ids.length];
            for (int t = 0; t < ids.length; t++) {
                rows[t] = Tensor.zeros(V);
                for (int s = 0; s < ids.length; s++) {
                    if (sees.sees(t, s)) {
                        rows[t] = rows[t].plus(TABLE.select(0, ids[s]).times(1f / (s + 1)));
                    }
                }
            }
            return Tensor.stack(rows);
        };
    }
}
