package spotlight.ch01;

import java.util.Arrays;
import java.util.function.BinaryOperator;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("1.2 Read a sequence")
@Tag("ch01")
class ReadSequenceTest {
    private static final BinaryOperator<double[]> ADD = (x, h) -> new double[] {h[0] + x[0]};

    /** Half of the old state and the token: another result if anything is out of order. */
    private static final BinaryOperator<double[]> HALVE = (x, h) -> {
        double[] next = new double[h.length];
        Arrays.setAll(next, i -> 0.5 * h[i] + x[i]);
        return next;
    };

    @Test
    @Points(value = 1, hint = "Keep the state in a variable, and let each token replace it.")
    void theExampleOfTheTask() {
        Verify.that("states of the example", rows(ReadSequence.states(ADD, tokens(1, 2, 3), new double[] {10})))
                .equalTo(Tensor.matrix(new double[][] {{11}, {13}, {16}}));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6})
    @Points(value = 2, hint = "Token t is read with the state after token t - 1; only the first one with the start.")
    void theStateIsHandedOn(int count) {
        double[][] tokens = random(count);
        double[] start = {1, -2, 3};
        double[][] expected = expected(tokens, start);
        Verify.that("states of " + count + " tokens", rows(ReadSequence.states(HALVE, tokens, start)))
                .suspect(() -> map(tokens, x -> HALVE.apply(x, start)),
                        "each token is read with the start: the state is not handed on")
                .suspect(() -> shifted(expected, start),
                        "the first row is the start: row t is the state after token t, not before it")
                .suspect(() -> map(tokens, x -> expected[count - 1]),
                        "each row is the last state: keep the state after each token")
                .equalTo(rows(expected));
        Verify.that("start afterwards", start).equalTo(Tensor.vector(1, -2, 3));
    }

    @Test
    @Points(value = 2, hint = "clone() makes a copy of an array.")
    void aCellMayUseItsBufferAgain() {
        double[][] tokens = random(5);
        double[] start = {1, -2, 3};
        double[][] expected = expected(tokens, start);
        Verify.that("states of a cell that uses its buffer again",
                rows(ReadSequence.states(reusing(), tokens, start)))
                .suspect(() -> map(tokens, x -> expected[4]),
                        "all rows are one array, that of the last state: the cell fills it anew, keep a copy")
                .equalTo(rows(expected));
    }

    @Test
    @Points(value = 2, hint = "The last of the states; for no tokens a copy of the start.")
    void theLastState() {
        double[] start = {1, -2, 3};
        double[][] tokens = random(4);
        BinaryOperator<double[]> cell = reusing();
        double[] first = ReadSequence.last(cell, tokens, start);
        double[] other = ReadSequence.last(cell, random(2), start);
        Verify.that("the last state of 4 tokens, when another sequence was read since", first)
                .suspect(() -> Tensor.of(other, 3),
                        "it has become that of the other sequence: it was the cell's own array, return a copy")
                .equalTo(Tensor.of(expected(tokens, start)[3], 3));
        double[] none = ReadSequence.last(cell, new double[0][], start);
        Verify.that("the last state of no tokens", none).suspect(() -> Tensor.zeros(3),
                "zeros: a reader that has read nothing is still in its start state")
                .equalTo(Tensor.vector(1, -2, 3));
        Verify.fact(none != start, "the last state of no tokens is the array of the start itself: return a copy");
    }

    /** As {@link #HALVE}, always with the same array. */
    private static BinaryOperator<double[]> reusing() {
        double[] buffer = new double[3];
        return (x, h) -> {
            Arrays.setAll(buffer, i -> 0.5 * h[i] + x[i]);
            return buffer;
        };
    }

    private static double[][] expected(double[][] tokens, double[] start) {
        double[][] states = new double[tokens.length][];
        for (int t = 0; t < tokens.length; t++) {
            states[t] = HALVE.apply(tokens[t], t == 0 ? start : states[t - 1]);
        }
        return states;
    }

    private static Tensor shifted(double[][] states, double[] start) {
        double[][] result = new double[states.length][];
        Arrays.setAll(result, t -> t == 0 ? start : states[t - 1]);
        return rows(result);
    }

    private static Tensor map(double[][] tokens, java.util.function.UnaryOperator<double[]> f) {
        return rows(Arrays.stream(tokens).map(f).toArray(double[][]::new));
    }

    private static Tensor rows(double[][] rows) {
        return Tensor.matrix(rows);
    }

    private static double[][] tokens(double... numbers) {
        return Arrays.stream(numbers).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
    }

    private static double[][] random(int count) {
        NumpyRandom random = new NumpyRandom(12);
        double[][] tokens = new double[count][];
        Arrays.setAll(tokens, t -> random.randn(3));
        return tokens;
    }
}
