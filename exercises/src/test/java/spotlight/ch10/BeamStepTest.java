package spotlight.ch10;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.ch10.BeamStep.Hypothesis;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("10.6 A step of beam search")
@Tag("ch10")
class BeamStepTest {
    private static final DoubleBinaryOperator SUM = (before, token) -> before + token;

    @Test
    @Points(value = 1, hint = "Write down all four continuations of the example with their sums.")
    void theExampleOfTheTask() {
        List<Hypothesis> open = List.of(of(-0.5, 7), of(-0.7, 8));
        verifyStep(open, new double[][] {{-1.0, -0.9}, {-0.1, -2.0}}, 2);
        verifyNormalised(-4.0, 7, 0.6);
    }

    @ParameterizedTest
    @CsvSource({"1,5,1", "1,5,3", "3,4,2", "4,6,4", "2,2,9"})
    @Points(value = 3, hint = "Collect all continuations of all beginnings, sort by the sum, keep the first few.")
    void theBestOfAllContinuations(int open, int vocab, int width) {
        SplittableRandom random = new SplittableRandom(open * 100L + vocab);
        List<Hypothesis> beginnings = IntStream.range(0, open).mapToObj(i -> of(-random.nextDouble(3), 9, i)).toList();
        double[][] tokens = IntStream.range(0, open)
                .mapToObj(i -> random.doubles(vocab, -3, 0).toArray()).toArray(double[][]::new);
        verifyStep(beginnings, tokens, width);
        verifyStep(List.of(of(-1, 3), of(-1, 4)), new double[][] {{-2, -2}, {-2, -2}}, 3);
    }

    @ParameterizedTest
    @CsvSource({"-4,1,0.6", "-4,7,0", "-3,13,1", "-2.5,40,0.6", "-6,2,1"})
    @Points(value = 2, hint = "(5 + length) / 6 with a 6.0, to the power alpha, and ln p divided by it.")
    void longTextsAreHelped(double logProbability, int length, double alpha) {
        verifyNormalised(logProbability, length, alpha);
    }

    @Test
    @Points(value = 2, hint = "Compare normalised values; all of them are negative, so the highest is the nearest to 0.")
    void theHighestNormalisedValueWins() {
        Hypothesis brief = of(-2.0, 1);
        Hypothesis lengthy = of(-2.6, 1, 2, 3, 4, 5, 6, 7);
        Hypothesis poor = of(-9.0, 1, 2, 3);
        verifyBest(List.of(brief, lengthy, poor), 0.6, lengthy);
        verifyBest(List.of(poor, lengthy, brief), 0.6, lengthy);
        verifyBest(List.of(lengthy, poor, brief), 0, brief);
        verifyBest(List.of(of(-1, 5), of(-1, 6)), 0.6, of(-1, 5));
    }

    private static void verifyStep(List<Hypothesis> open, double[][] tokens, int width) {
        List<Hypothesis> best = continued(open, tokens, width, SUM);
        Verify.that("step of " + ids(open) + " with " + Arrays.deepToString(tokens) + ", width " + width,
                rounded(BeamStep.step(open, tokens, width)))
                .suspect(() -> rounded(continued(open, tokens, width, (before, token) -> token)),
                        "only the new token counts: a continuation's value is the beginning's plus the token's")
                .suspect(() -> rounded(continued(open, tokens, width, (before, token) -> before * token)),
                        "multiplied: logarithms of probabilities are added")
                .suspect(() -> rounded(reversed(continued(open, tokens, 1000, SUM)).subList(0, best.size())),
                        "the worst are kept: sort with the highest value first")
                .suspect(() -> rounded(continued(open, tokens, 1000, SUM)), "all are kept: at most width of them")
                .suspect(() -> rounded(reversed(best)), "the right ones, but the best must come first")
                .suspect(() -> rounded(sorted(IntStream.range(0, open.size()).boxed()
                        .flatMap(i -> continued(open.subList(i, i + 1), new double[][] {tokens[i]}, 1, SUM).stream())))
                        .stream().limit(width).toList(),
                        "one continuation of each beginning: two of the same may be the best")
                .suspectIf(mine -> mine.stream().map(h -> h.split(" ")[0])
                        .allMatch(id -> id.chars().filter(c -> c == ',').count() < best.get(0).ids().size() - 1),
                        "the beginning is lost: its tokens come before the new one")
                .suspectIf(mine -> sortedText(mine).equals(sortedText(rounded(best))),
                        "the right ones in another order: of equal ones the earlier beginning and smaller token first")
                .equalTo(rounded(best));
    }

    private static void verifyNormalised(double logProbability, int length, double alpha) {
        double penalty = Math.pow((5 + length) / 6.0, alpha);
        Verify.that("normalised(" + logProbability + ", " + length + ", " + alpha + ")",
                BeamStep.normalised(logProbability, length, alpha))
                .suspect(() -> logProbability / Math.pow((5 + length) / 6, alpha),
                        "(5 + length) / 6 is a division of ints, which cuts off the rest: write 6.0")
                .suspect(() -> logProbability * penalty,
                        "multiplied: dividing a negative number brings it nearer to 0, which helps long texts")
                .suspect(() -> logProbability / length, "divided by the length: it is ((5 + length) / 6)^alpha")
                .suspect(() -> logProbability / (alpha * (5 + length) / 6.0), "alpha is the exponent, not a factor")
                .suspect(() -> logProbability, "nothing is done about the length")
                .equalTo(logProbability / penalty);
    }

    private static void verifyBest(List<Hypothesis> finished, double alpha, Hypothesis expected) {
        Hypothesis shortest = Collections.max(finished, Comparator.comparingDouble(Hypothesis::logProbability));
        Hypothesis lowest = Collections.min(finished, Comparator.comparingDouble(h -> value(h, alpha)));
        Verify.that("best of " + finished + " with alpha " + alpha, BeamStep.best(finished, alpha))
                .suspectIf(h -> !shortest.equals(expected) && shortest.equals(h),
                        "this is the most probable one: the length penalty is not used")
                .suspectIf(lowest::equals, "this is the worst: values are negative, the nearest to 0 is the highest")
                .suspectIf(h -> value(h, alpha) == value(expected, alpha), "of equal ones the last: take the first")
                .equalTo(expected);
    }

    private static double value(Hypothesis h, double alpha) {
        return h.logProbability() / Math.pow((5 + h.ids().size()) / 6.0, alpha);
    }

    private static List<Hypothesis> continued(List<Hypothesis> open, double[][] tokens, int width,
            DoubleBinaryOperator value) {
        return sorted(IntStream.range(0, open.size()).boxed().flatMap(i -> IntStream.range(0, tokens[i].length)
                .mapToObj(id -> new Hypothesis(
                        Stream.concat(open.get(i).ids().stream(), Stream.of(id)).toList(),
                        value.applyAsDouble(open.get(i).logProbability(), tokens[i][id])))))
                .stream().limit(width).toList();
    }

    private static List<Hypothesis> sorted(Stream<Hypothesis> all) {
        return all.sorted(Comparator.comparingDouble(h -> -h.logProbability())).toList();
    }

    private static List<Hypothesis> reversed(List<Hypothesis> list) {
        List<Hypothesis> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    /** As text, since the last digits of a sum depend on its order. */
    private static List<String> rounded(List<Hypothesis> list) {
        return list == null
                ? List.of()
                : list.stream().map(h -> h.ids().toString().replace(" ", "")
                        + String.format(java.util.Locale.ROOT, " %.6f", h.logProbability())).toList();
    }

    private static List<String> sortedText(List<String> list) {
        return list.stream().sorted().toList();
    }

    private static String ids(List<Hypothesis> list) {
        return list.stream().map(h -> h.ids() + " " + h.logProbability()).collect(Collectors.joining(", "));
    }

    private static Hypothesis of(double logProbability, Integer... ids) {
        return new Hypothesis(List.of(ids), logProbability);
    }
}
