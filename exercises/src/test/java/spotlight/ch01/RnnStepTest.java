package spotlight.ch01;

import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.nn.Rnn;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("1.1 One step of an RNN")
@Tag("ch01")
class RnnStepTest {
    @Test
    @Points(value = 1, hint = "For each number of the new state: two sums of products, the bias, then tanh.")
    void theExampleOfTheTask() {
        double[][] wInput = {{1}, {0}};
        double[][] wState = {{0, 1}, {1, 0}};
        double[] h = {0.5, -0.5};
        Verify.that("step of the example", RnnStep.step(new double[] {1}, h, wInput, wState, new double[] {0, 0.5}))
                .suspect(() -> Tensor.vector(0.5f, 1), "tanh is missing: the state is not kept between -1 and 1")
                .equalTo(Tensor.of(new double[] {Math.tanh(0.5), Math.tanh(1)}, 2));
    }

    @ParameterizedTest
    @CsvSource({"3,4", "1,5", "4,2", "3,3"})
    @Points(value = 3, hint = "Row i of each matrix belongs to number i of the new state; h[j] is always the old one.")
    void theSameAsTheLibrary(int inputs, int hidden) {
        NumpyRandom random = new NumpyRandom(11);
        double[] x = random.randn(inputs);
        double[] h = random.randn(hidden);
        double[][] wInput = matrix(random, hidden, inputs);
        double[][] wState = matrix(random, hidden, hidden);
        double[] bias = random.randn(hidden);
        double[] none = new double[hidden];
        Verify.that("step with I = " + inputs + ", H = " + hidden,
                RnnStep.step(x.clone(), h.clone(), wInput, wState, bias))
                .suspect(() -> plain(x, h, wInput, wState, bias, sum -> sum),
                        "no tanh: these are the sums before it")
                .suspect(() -> plain(x, h, wInput, wState, bias, sum -> 1 / (1 + Math.exp(-sum))),
                        "this is a sigmoid, between 0 and 1: an RNN takes tanh, between -1 and 1")
                .suspect(() -> plain(x, h, wInput, wState, none, Math::tanh), "the bias is missing")
                .suspect(() -> plain(x, none, wInput, wState, bias, Math::tanh),
                        "the old state is missing: this network remembers nothing")
                .suspect(() -> plain(x, h, wInput, transposed(wState), bias, Math::tanh),
                        "wState is read by columns: number i of the new state takes row i")
                .suspect(() -> inPlace(x, h.clone(), wInput, wState, bias),
                        "the state changes while it is read: later numbers see the new h, write into another array")
                .equalTo(library(x, h, wInput, wState, bias));
    }

    @Test
    @Points(value = 1, hint = "Write into a new array and return that.")
    void theOldStateStays() {
        double[] x = {2};
        double[] h = {0.25, -0.75};
        double[][] identity = {{1, 0}, {0, 1}};
        double[] next = RnnStep.step(x, h, new double[][] {{1}, {1}}, identity, new double[] {0, 0});
        Verify.fact(next != h, "step returns the array of the old state: the new state needs an array of its own");
        Verify.that("h after the step", h).equalTo(Tensor.vector(0.25f, -0.75f));
        Verify.that("x after the step", x).equalTo(Tensor.vector(2));
        Verify.that("the new state", next).equalTo(Tensor.of(new double[] {Math.tanh(2.25), Math.tanh(1.25)}, 2));
    }

    private static Tensor library(double[] x, double[] h, double[][] wInput, double[][] wState, double[] bias) {
        Rnn rnn = new Rnn(Var.constant(Tensor.matrix(wInput)), Var.constant(Tensor.matrix(wState)),
                Var.constant(Tensor.of(bias, bias.length)), Var.constant(Tensor.zeros(bias.length)), Activation.TANH);
        Var token = Var.constant(Tensor.of(x, 1, x.length));
        return rnn.step(token, Var.constant(Tensor.of(h, 1, h.length))).value().reshape(h.length);
    }

    private static Tensor plain(double[] x, double[] h, double[][] wInput, double[][] wState, double[] bias,
            DoubleUnaryOperator f) {
        double[] next = new double[h.length];
        for (int i = 0; i < h.length; i++) {
            next[i] = f.applyAsDouble(bias[i] + dot(wInput[i], x) + dot(wState[i], h));
        }
        return Tensor.of(next, h.length);
    }

    private static Tensor inPlace(double[] x, double[] h, double[][] wInput, double[][] wState, double[] bias) {
        for (int i = 0; i < h.length; i++) {
            h[i] = Math.tanh(bias[i] + dot(wInput[i], x) + dot(wState[i], h));
        }
        return Tensor.of(h, h.length);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[][] transposed(double[][] square) {
        double[][] result = new double[square.length][square.length];
        for (int i = 0; i < square.length; i++) {
            for (int j = 0; j < square.length; j++) {
                result[i][j] = square[j][i];
            }
        }
        return result;
    }

    private static double[][] matrix(NumpyRandom random, int rows, int columns) {
        double[][] result = new double[rows][];
        for (int i = 0; i < rows; i++) {
            result[i] = random.randn(columns);
        }
        return result;
    }
}
