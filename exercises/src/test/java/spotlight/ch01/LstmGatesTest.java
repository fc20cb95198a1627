package spotlight.ch01;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grad.Var;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.nn.Lstm;
import spotlight.tensor.Tensor;

@Exercise("1.3 The gates of an LSTM")
@Tag("ch01")
class LstmGatesTest {
    @ParameterizedTest
    @CsvSource({"0,0.5", "2,0.880797", "-2,0.119203", "40,1", "-800,0", "800,1"})
    @Points(value = 1, hint = "A sum of 0 leaves the gate half open.")
    void aGateIsBetweenShutAndOpen(double sum, double open) {
        Verify.that("gate(" + sum + ")", LstmGates.gate(sum))
                .suspect(() -> 1 - open, "open and shut have changed places: mind the minus sign in exp(-sum)")
                .suspect(() -> Math.tanh(sum), "this is tanh, between -1 and 1: a gate is between 0 and 1")
                .equalTo(open);
    }

    @Test
    @Points(value = 1, hint = "First the new cell, then what is shown of it.")
    void theExampleOfTheTask() {
        Verify.that("step of the example", LstmGates.step(new double[] {0, 0, 1, 0}, 2))
                .equalTo(Tensor.vector(0.4405648f, 1.3807971f));
    }

    @ParameterizedTest
    @CsvSource({"1,-1,0.5,2,3", "-0.5,2,-1,0.3,-1.5", "3,0.2,2,-1,0.7", "-2,4,1,0.1,2"})
    @Points(value = 2, hint = "The order of the sums is i, f, g, o; only g goes through tanh.")
    void theSameAsTheLibrary(double i, double f, double g, double o, double c) {
        double[] sums = {i, f, g, o};
        Verify.that("step of the sums " + i + ", " + f + ", " + g + ", " + o + " with c = " + c,
                LstmGates.step(sums.clone(), c))
                .suspect(() -> state(s(o), s(i) * c + s(f) * Math.tanh(g)),
                        "i and f have changed places: f scales the old cell, i what is stored")
                .suspect(() -> state(s(g), s(f) * c + s(i) * Math.tanh(o)),
                        "g and o have changed places: the order is i, f, g, o")
                .suspect(() -> state(s(o), s(f) * c + s(i) * s(g)),
                        "g went through the sigmoid: what is stored may be negative, it takes tanh")
                .suspect(() -> state(s(o), s(f) * c + s(i) * g), "g is the sum itself: what is stored takes tanh")
                .suspect(() -> state(s(o), s(f) * c), "nothing is stored: i g is missing")
                .suspect(() -> state(s(o), c + s(i) * Math.tanh(g)),
                        "nothing is forgotten: the old cell is scaled by f")
                .suspect(() -> shown(s(f) * c + s(i) * Math.tanh(g), s(o)),
                        "h' = o c' leaves out the tanh: what is shown stays between -1 and 1")
                .suspect(() -> swapped(library(sums, c)), "the order of the result: first h', then c'")
                .equalTo(library(sums, c));
    }

    @ParameterizedTest
    @CsvSource({"0.5,100", "0.5,1", "0.9,10", "0.01,500", "0.2,3"})
    @Points(value = 2, hint = "First how far open the gate is: the T-th root. Then which sum opens it so far.")
    void theGateKeepsWhatItShould(double share, int tokens) {
        double sum = LstmGates.forgetSum(share, tokens);
        double open = Math.pow(share, 1.0 / tokens);
        double left = 1;
        for (int t = 0; t < tokens; t++) {
            left *= s(sum); // measured, not computed
        }
        Verify.that("what is left after " + tokens + " tokens with forgetSum(" + share + ", " + tokens + ")", left)
                .suspectIf(x -> near(sum, open),
                        "your result is the openness of the gate: the sum that opens it so far is ln(open / (1 - open))")
                .suspectIf(x -> near(sum, Math.log(share / (1 - share))),
                        "the gate is open by the share itself, for one token: after T tokens only share^T would be left")
                .suspectIf(x -> near(sum, -Math.log(open / (1 - open))),
                        "the gate is shut as far as it should be open: mind the sign of the logarithm")
                .suspectIf(x -> Double.isInfinite(sum),
                        "the root is that of a whole number: 1 / tokens is 0 in Java, write 1.0 / tokens")
                .suspectIf(x -> near(sum, Math.log10(open / (1 - open))),
                        "a logarithm to base 10: exp is undone by the natural one, Math.log")
                .equalTo(share, 1e-6);
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < 1e-9;
    }

    private static Tensor library(double[] sums, double c) {
        Lstm lstm = new Lstm(zeros(4, 1), zeros(4, 1), Var.constant(Tensor.of(sums, 4)), zeros(4));
        Lstm.State state = new Lstm.State(zeros(1, 1), Var.constant(Tensor.matrix(new double[] {c})));
        Lstm.State next = lstm.step(zeros(1, 1), state);
        return Tensor.vector(next.h().item(), next.c().item());
    }

    private static Var zeros(int... shape) {
        return Var.constant(Tensor.zeros(shape));
    }

    private static Tensor state(double o, double c) {
        return Tensor.of(new double[] {o * Math.tanh(c), c}, 2);
    }

    private static Tensor shown(double c, double o) {
        return Tensor.of(new double[] {o * c, c}, 2);
    }

    private static Tensor swapped(Tensor two) {
        return Tensor.vector(two.at(1), two.at(0));
    }

    private static double s(double a) {
        return 1 / (1 + Math.exp(-a));
    }
}
