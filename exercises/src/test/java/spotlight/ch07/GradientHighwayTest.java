package spotlight.ch07;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spotlight.grad.Var;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.tensor.Tensor;

@Exercise("7.6 How much of the gradient arrives?")
@Tag("ch07")
class GradientHighwayTest {
    /** Slopes 2, 0.5 and -0.25. */
    private static final List<UnaryOperator<Var>> THREE = List.of(x -> x.times(2), x -> x.times(0.5f),
            x -> x.times(-0.25f));

    @Test
    @Points(value = 1, hint = "2 to the power of 10 is about 1000, so ten halvings are about three powers of ten.")
    void predictionIsNear() {
        int guess = GradientHighway.prediction();
        assertTrue(Math.abs(guess + 7) <= 1, () -> "your prediction 10^" + guess
                + (guess > -7 ? " is too large" : " is too small")
                + ": halve 24 times, and remember that ten halvings make about a thousandth");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Points(value = 2, hint = "Keep every x on the way, the first and the last too; a residual adds what it has read.")
    void theStreamKeepsEveryStop(boolean residual) {
        List<UnaryOperator<Var>> layers = List.of(x -> x.plus(1), Var::square);
        Var[] stream = GradientHighway.stream(Var.constant(Tensor.vector(3, -5)), layers, residual);
        String what = "stream " + (residual ? "with" : "without") + " residual";
        Verify.that("number of stops of the " + what, stream.length)
                .suspectIf(stops -> stops == 2,
                        "the way has one more stop than layers: the input, and what follows each")
                .equalTo(3);
        Verify.that(what + ", the input", stream[0].value()).equalTo(Tensor.vector(3, -5));
        Tensor plain = Tensor.vector(4, -4);
        Tensor added = Tensor.vector(7, -9);
        Verify.that(what + ", after one layer", stream[1].value())
                .suspectIf(x -> residual && x.close(plain, 0), "nothing is added to what the layer has read")
                .suspectIf(x -> !residual && x.close(added, 0), "the residual is added although it was not asked for")
                .equalTo(residual ? added : plain);
        Verify.that(what + ", after two layers", stream[2].value())
                .suspect(() -> residual ? Tensor.vector(12, 20) : Tensor.vector(9, 25),
                        "the second layer reads the input again: it is to read what the first has left")
                .suspectIf(x -> residual && x.close(Tensor.vector(52, 76), 0),
                        "the input of the whole stack is added each time: add what this layer has read")
                .equalTo(residual ? Tensor.vector(56, 72) : Tensor.vector(16, 16));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Points(value = 3, hint = "Begin at a parameter, sum the output, go backward, and read grad() at each stop.")
    void lengthsAreProductsOfSlopes(boolean residual) {
        double[] lengths = GradientHighway.gradientLengths(Tensor.vector(3, 4, 0, 1), THREE, residual);
        double[] expected = residual ? new double[] {6.75, 2.25, 1.5, 2} : new double[] {0.5, 0.25, 0.5, 2};
        Verify.that("gradientLengths " + (residual ? "with" : "without") + " residual", lengths)
                .suspectIf(given -> given.size() == 4 && given.maxAbsDiff(new Tensor4(expected).squared()) < 1e-5,
                        "that is the sum of squares: a length is its root")
                .suspectIf(given -> given.size() == 4 && given.maxAbsDiff(new Tensor4(expected).halved()) < 1e-5,
                        "that is the mean over the numbers: a length is the root of the sum of squares")
                .suspectIf(given -> given.size() == 4 && given.maxAbsDiff(new Tensor4(expected).backwards()) < 1e-5,
                        "the lengths are listed from the output to the input: the input comes first")
                .suspectIf(given -> given.size() == 4 && given.sum() == 0, "all gradients are 0: was backward called?")
                .suspectIf(given -> given.size() == 4 && given.at(0) > 3 && given.at(0) < 5.2,
                        "those are the lengths of the numbers themselves: read grad(), not value()")
                .equalTo(Tensor.of(expected, 4));
    }

    @Test
    @Points(value = 1, hint = "The gradient is a vector at each stop: square, sum, root.")
    void layersNeedNotBeStraight() {
        List<UnaryOperator<Var>> layers = List.of(Var::square, x -> x.times(3));
        double[] lengths = GradientHighway.gradientLengths(Tensor.vector(1, 2), layers, true);
        // slopes 1 + 2x = 3 and 5, then 1 + 3 = 4
        Verify.that("gradientLengths through a square", lengths)
                .equalTo(Tensor.of(new double[] {Math.hypot(12, 20), Math.hypot(4, 4), Math.hypot(1, 1)}, 3));
    }

    /** What four lengths become by typical mistakes. */
    private record Tensor4(double[] lengths) {
        Tensor squared() {
            return Tensor.of(lengths, 4).square();
        }

        Tensor halved() {
            return Tensor.of(lengths, 4).dividedBy(2); // 4 equal entries g: length 2 g, mean g
        }

        Tensor backwards() {
            return Tensor.vector((float) lengths[3], (float) lengths[2], (float) lengths[1], (float) lengths[0]);
        }
    }
}
