package spotlight.ch09;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.tensor.Tensor;

@Exercise("9.5 Which word did it?")
@Tag("ch09")
class LeaveOneOutTest {
    /** A score that depends on words, on their order and on their number. */
    private static final ToDoubleFunction<int[]> SCORE = ids -> IntStream.range(0, ids.length)
            .mapToDouble(i -> Math.sin(ids[i] + 1) * (i + 1.5)).sum() + 3.0 / ids.length;

    @ParameterizedTest
    @CsvSource({"2", "3", "7"})
    @Points(value = 3, hint = "The score of the whole text minus the score of the text with one word less.")
    void withTheWordMinusWithout(int length) {
        int[] ids = IntStream.range(0, length).map(i -> 3 + i * i % 11).toArray();
        int[] before = ids.clone();
        double[] actual = LeaveOneOut.importance(ids, SCORE);
        Verify.fact(Arrays.equals(ids, before), "importance: the given ids have changed, work on a copy");
        double all = SCORE.applyAsDouble(ids);
        double[] right = each(length, i -> all - SCORE.applyAsDouble(without(ids, i)));
        Verify.that("importance of " + length + " words", actual)
                .suspect(() -> vector(each(length, i -> -right[i])),
                        "the sign is turned round: a word that speaks FOR the answer is positive, with minus without")
                .suspect(() -> vector(each(length, i -> Math.abs(right[i]))),
                        "absolute values: words that speak against the answer are negative")
                .suspect(() -> vector(each(length, i -> SCORE.applyAsDouble(without(ids, i)))),
                        "this is the score without the word: how far is it from the score with it?")
                .suspect(() -> vector(each(length, i -> all - SCORE.applyAsDouble(replaced(ids, i, 0)))),
                        "the word is replaced by id 0: take it out, so that the text is one shorter")
                .suspect(() -> vector(each(length, i -> all - SCORE.applyAsDouble(Arrays.copyOfRange(ids, i, i + 1)))),
                        "only the word is kept: keep all the others")
                .suspect(() -> vector(each(length, i -> all - SCORE.applyAsDouble(Arrays.copyOf(ids, i)))),
                        "all words after it are gone, too: take out one at a time")
                .equalTo(vector(right));
    }

    @Test
    @Points(value = 2, hint = "The largest absolute value; a strict comparison keeps the first of equals.")
    void theWordThatMovesMost() {
        place(0, 3.5, 2.5);
        place(2, 1, 2, -3, 2.5);
        place(1, 1, -4, 4, 0);
        place(3, 0, 0.1, -0.2, 0.3);
    }

    private static void place(int right, double... importance) {
        int largest = first(importance.length, i -> importance[i]);
        int smallest = first(importance.length, i -> -Math.abs(importance[i]));
        int last = importance.length - 1
                - first(importance.length, i -> Math.abs(importance[importance.length - 1 - i]));
        Verify.that("mostImportant of " + Arrays.toString(importance), (Object) LeaveOneOut.mostImportant(importance))
                .suspect(() -> largest,
                        "the word that speaks AGAINST the answer moves it more: compare absolute values")
                .suspect(() -> last, "of two equals the first is asked for: compare by > and not by >=")
                .suspect(() -> smallest, "this word moves the score least")
                .equalTo(right);
    }

    private static int first(int length, IntToDoubleFunction f) {
        return IntStream.range(0, length).reduce(0, (a, b) -> f.applyAsDouble(b) > f.applyAsDouble(a) ? b : a);
    }

    @Test
    @Points(value = 3, hint = "All pairs once: +1 same order, -1 opposite, 0 if equal; divide by the pairs.")
    void kendallsTau() {
        tau(1.0 / 3, new double[] {3, 1, 2}, new double[] {9, 4, 1});
        tau(1, new double[] {1, 2, 3, 4}, new double[] {-5, 0, 2, 70});
        tau(-1, new double[] {1, 2}, new double[] {0.2, 0.1});
        tau(0.2, new double[] {1, 4, 2, 5, 3}, new double[] {0.9, 0.3, 0.1, 0.4, 0.2});
        tau(2.0 / 3, new double[] {1, 1, 2, 3}, new double[] {4, 5, 6, 6});
    }

    private static void tau(double right, double[] a, double[] b) {
        double same = pairs(a, b, 1);
        double opposite = pairs(a, b, -1);
        double all = a.length * (a.length - 1) / 2.0;
        Verify.that("kendall of " + Arrays.toString(a) + " and " + Arrays.toString(b), LeaveOneOut.kendall(a, b))
                .suspect(() -> (2 * same - all) / all,
                        "a pair of equals counts as opposite: it counts for neither side")
                .suspect(() -> (all - 2 * opposite) / all, "a pair of equals counts as the same order: it counts for"
                        + " neither side")
                .suspect(() -> same - opposite, "divide by the number of pairs, n (n - 1) / 2")
                .suspect(() -> (same - opposite) / (a.length * a.length),
                        "divided by n²: there are n (n - 1) / 2 pairs")
                .suspect(() -> (same - opposite) / (2 * all),
                        "divided by n (n - 1), but each pair was counted once: half of it")
                .suspect(() -> 2 * (same - opposite) / all, "each pair is counted twice, as (i, j) and as (j, i)")
                .suspect(() -> same / all, "only pairs in the same order are counted: subtract the opposite ones")
                .suspect(() -> pearson(a, b), "this is the correlation of the values: tau compares their order only")
                .equalTo(right);
    }

    private static double pairs(double[] a, double[] b, int sign) {
        return IntStream.range(0, a.length).mapToLong(i -> IntStream.range(0, i)
                .filter(j -> Math.signum(a[i] - a[j]) * Math.signum(b[i] - b[j]) == sign).count()).sum();
    }

    private static double pearson(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double ab = IntStream.range(0, a.length).mapToDouble(i -> (a[i] - meanA) * (b[i] - meanB)).sum();
        double aa = Arrays.stream(a).map(v -> (v - meanA) * (v - meanA)).sum();
        double bb = Arrays.stream(b).map(v -> (v - meanB) * (v - meanB)).sum();
        return ab / Math.sqrt(aa * bb);
    }

    private static double[] each(int length, IntToDoubleFunction f) {
        return IntStream.range(0, length).mapToDouble(f::applyAsDouble).toArray();
    }

    private static Tensor vector(double[] values) {
        return Tensor.of(values, values.length);
    }

    private static int[] without(int[] ids, int place) {
        return IntStream.range(0, ids.length).filter(i -> i != place).map(i -> ids[i]).toArray();
    }

    private static int[] replaced(int[] ids, int place, int by) {
        int[] other = ids.clone();
        other[place] = by;
        return other;
    }
}
