package spotlight.ch01;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.Function;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("1.6 A state that stays")
@Tag("ch01")
class FreshStateTest {
    private static final BinaryOperator<double[]> HALVE = (x, h) -> {
        double[] next = new double[h.length];
        Arrays.setAll(next, i -> 0.5 * h[i] + x[i]);
        return next;
    };
    private static final double[] START = {1, -2};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    @Points(value = 2, hint = "Where does the state have to be set to the start: before all samples, or before each?")
    void eachSampleBeginsWithTheStart(int count) {
        double[][][] samples = samples(count, 3);
        int[] lengths = new int[count];
        Arrays.fill(lengths, 3);
        verify(count + " full samples", samples, lengths);
    }

    @Test
    @Points(value = 2, hint = "Only the first lengths[s] tokens of sample s are real.")
    void fillingIsNotRead() {
        verify("samples of 4, 1 and 2 tokens", samples(3, 4), new int[] {4, 1, 2});
        verify("a sample of 2 tokens", samples(1, 5), new int[] {2});
    }

    private static void verify(String what, double[][][] samples, int[] lengths) {
        double[] start = START.clone();
        double[][] actual = FreshState.lastStates(HALVE, samples, lengths.clone(), start);
        Verify.that("lastStates of " + what, Tensor.matrix(actual))
                .suspect(() -> read(samples, lengths, true),
                        "each sample begins where the one before ended: set the state to the start for every sample")
                .suspect(() -> read(samples, full(samples), false),
                        "the filling is read as if it were tokens: stop after lengths[s] of them")
                .suspect(() -> read(samples, minusOne(lengths), false),
                        "the last real token is not read: lengths[s] of them are real")
                .suspect(() -> hurried(samples), "both mistakes are still there: run it by hand with two short samples")
                .equalTo(read(samples, lengths, false));
        Verify.that("start afterwards", start).equalTo(Tensor.of(START, 2));
    }

    @Test
    @Points(value = 2, hint = "Arrays.copyOfRange(samples, s, s + 1) is sample s alone; compare every number.")
    void aLeakIsFound() {
        double[][][] samples = samples(3, 4);
        Function<double[][][], double[][]> clean = some -> rows(read(some, full(some), false));
        innocent(clean, samples, "a reader that begins each sample anew");
        innocent(some -> plus(clean.apply(some), some.length - 1, 0, 1e-12 * some.length), samples,
                "a reader that differs by 3e-12, as rounding does,");
        innocent(some -> plus(new double[some.length][1], 0, 0, some.length > 1 ? 1e-9 : 0), samples,
                "a reader that differs by exactly 1e-9, which is not more,");
        guilty(some -> rows(read(some, full(some), true)), samples, "a reader whose state stays");
        guilty(some -> plus(clean.apply(some), some.length - 1, 1, some.length > 1 ? 0.01 : 0), samples,
                "a reader in which only the last number of the last sample is wrong");
        guilty(some -> plus(clean.apply(some), 0, 0, -(some.length - 1)), samples,
                "a reader in which only the first sample comes out smaller");
    }

    private static void innocent(Function<double[][][], double[][]> reader, double[][][] samples, String name) {
        Verify.fact(!FreshState.leaks(reader, samples), "false alarm: " + name + " has no leak");
    }

    private static void guilty(Function<double[][][], double[][]> reader, double[][][] samples, String name) {
        Verify.fact(FreshState.leaks(reader, samples), "not caught: " + name + " passes as clean");
    }

    private static double[][] plus(double[][] states, int sample, int index, double change) {
        states[sample][index] += change;
        return states;
    }

    /** As the colleague wrote it. */
    private static Tensor hurried(double[][][] samples) {
        return read(samples, full(samples), true);
    }

    private static Tensor read(double[][][] samples, int[] lengths, boolean staying) {
        double[][] last = new double[samples.length][];
        double[] h = START;
        for (int s = 0; s < samples.length; s++) {
            h = staying ? h : START;
            for (int t = 0; t < lengths[s]; t++) {
                h = HALVE.apply(samples[s][t], h);
            }
            last[s] = h;
        }
        return Tensor.matrix(last);
    }

    private static int[] full(double[][][] samples) {
        return Arrays.stream(samples).mapToInt(sample -> sample.length).toArray();
    }

    private static int[] minusOne(int[] lengths) {
        return Arrays.stream(lengths).map(length -> length - 1).toArray();
    }

    private static double[][] rows(Tensor matrix) {
        double[][] rows = new double[matrix.size(0)][matrix.size(1)];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = matrix.at(i, j);
            }
        }
        return rows;
    }

    private static double[][][] samples(int count, int tokens) {
        NumpyRandom random = new NumpyRandom(16);
        double[][][] samples = new double[count][tokens][];
        for (double[][] sample : samples) {
            Arrays.setAll(sample, t -> random.randn(2));
        }
        return samples;
    }
}
