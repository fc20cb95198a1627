package spotlight.ch08;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("8.1 Three more rules for the tape")
@Tag("ch08")
class ScalarTest {
    private static final double FACTOR = 3; // the loss is 3 y, so that dy is 3 and not 1

    @ParameterizedTest
    @CsvSource({"5,2", "-1.5,4", "0,0.5"})
    @Points(value = 1, hint = "If b grows by a little, a - b shrinks by as much: db = -dy.")
    void minusHasARuleForEachSide(double a, double b) {
        Scalar left = new Scalar(a);
        Scalar right = new Scalar(b);
        Scalar y = left.minus(right);
        value("a - b for a = " + a + ", b = " + b, y, a - b);
        backward(y);
        slope("da of a - b", left, FACTOR);
        Verify.that("db of a - b", right.grad())
                .suspect(() -> FACTOR, "the sign is wrong: if b grows, a - b shrinks")
                .suspect(() -> -1, "dy is missing in the rule for b: the loss changes by dy with y")
                .suspect(() -> 0, "b gets no gradient: every operand has its rule")
                .equalTo(-FACTOR);
    }

    @ParameterizedTest
    @CsvSource({"6,3", "1,4", "-2,0.5", "0.75,-1.5"})
    @Points(value = 2, hint = "The slope of 1/b is -1/b^2; a goes along as a factor.")
    void divisionHasARuleForEachSide(double a, double b) {
        Scalar left = new Scalar(a);
        Scalar right = new Scalar(b);
        Scalar y = left.dividedBy(right);
        value("a / b for a = " + a + ", b = " + b, y, a / b);
        backward(y);
        slope("da of a / b", left, FACTOR / b);
        Verify.that("db of a / b for a = " + a + ", b = " + b, right.grad())
                .suspect(() -> FACTOR * a / (b * b), "the sign is wrong: if b grows, a / b shrinks")
                .suspect(() -> -FACTOR / (b * b), "a is missing: the slope of a/b is a times that of 1/b")
                .suspect(() -> -FACTOR * a / b, "divided by b once, but the slope of 1/b is -1/b^2")
                .suspect(() -> -a / (b * b), "dy is missing in the rule for b: the loss changes by dy with y")
                .suspect(() -> 0, "b gets no gradient: every operand has its rule")
                .equalTo(-FACTOR * a / (b * b));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "-2"})
    @Points(value = 1, hint = "e^a is its own slope, and the forward pass has just computed it.")
    void expIsItsOwnSlope(double a) {
        Scalar x = new Scalar(a);
        Scalar y = x.exp();
        value("e^a for a = " + a, y, Math.exp(a));
        backward(y);
        Verify.that("da of e^a for a = " + a, x.grad())
                .suspect(() -> a * Math.exp(a - 1) * FACTOR, "that is the rule of a power: the slope of e^a is e^a")
                .suspect(() -> Math.exp(FACTOR), "e^dy: the slope is e^a, and dy a factor of it")
                .suspect(() -> FACTOR, "dy is handed on as it is: the slope e^a is missing")
                .suspect(() -> FACTOR * a, "a is the operand, the slope is the result e^a")
                .equalTo(FACTOR * Math.exp(a));
    }

    @Test
    @Points(value = 2, hint = "A value that is used twice hears twice: its gradient is a sum, written +=.")
    void whatIsUsedTwiceAddsUp() {
        Scalar x = new Scalar(4);
        backward(x.minus(x));
        twice("x - x", x, FACTOR, -FACTOR);
        x = new Scalar(4);
        backward(x.dividedBy(x));
        twice("x / x", x, FACTOR / 4, -FACTOR / 4);
        x = new Scalar(0.5);
        Scalar square = x.exp().times(x.exp());
        value("e^x e^x for x = 0.5", square, Math.exp(1));
        backward(square);
        once("e^x e^x for x = 0.5", x, FACTOR * Math.exp(1), 2);
        softmax();
    }

    /** Softmax of two scores, out of scalars: e^a is used twice, and its slopes are p (1 - p) and -p (1 - p). */
    private static void softmax() {
        Scalar a = new Scalar(1.2);
        Scalar b = new Scalar(0.7);
        Scalar top = a.exp();
        Scalar p = top.dividedBy(top.plus(b.exp()));
        backward(p);
        double share = 1 / (1 + Math.exp(-0.5));
        String name = "softmax of two scores e^a / (e^a + e^b): ";
        slope(name + "da", a, FACTOR * share * (1 - share));
        slope(name + "db", b, -FACTOR * share * (1 - share));
    }

    private static void twice(String what, Scalar x, double first, double second) {
        Verify.that("gradient of x in " + what + ", which never changes", x.grad())
                .suspect(() -> second, "only the second use counts: the gradient is overwritten (=), not added (+=)")
                .suspect(() -> first, "only the first use counts: the other one must be added")
                .equalTo(0);
    }

    private static void once(String what, Scalar x, double each, int uses) {
        Verify.that("gradient of x in " + what, x.grad())
                .suspect(() -> each, "only one of the two e^x counts: exp overwrites the gradient instead of adding")
                .equalTo(uses * each);
    }

    private static void backward(Scalar y) {
        y.times(new Scalar(FACTOR)).backward();
    }

    private static void value(String what, Scalar y, double expected) {
        Verify.fact(y != null, what + ": your method returned null, expected a Scalar");
        Verify.that(what, y.value()).equalTo(expected);
    }

    private static void slope(String what, Scalar x, double expected) {
        Verify.that(what, x.grad())
                .suspect(() -> expected / FACTOR, "dy is missing: the loss changes by dy with y, here dy = 3")
                .suspect(() -> -expected, "the sign is wrong")
                .suspect(() -> 0, "no gradient arrives: every operand has its rule")
                .equalTo(expected);
    }
}
