package spotlight.ch08;

import java.util.Arrays;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.check.Check;
import spotlight.grad.CrossEntropy;
import spotlight.grad.Var;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("8.2 Cross entropy from logits")
@Tag("ch08")
class LossFromLogitsTest {
    private static final int PAD = -100;
    private static final Tensor EXAMPLE = Tensor.matrix(new double[] {0, 0}, new double[] {Math.log(3), 0});

    @Test
    @Points(value = 1, hint = "Work the two rows of the task out by hand, then their mean.")
    void theExampleOfTheTask() {
        verifyLoss("the loss of the example", EXAMPLE, new int[] {0, 0}, PAD);
        Verify.that("the gradient of the example", LossFromLogits.grad(EXAMPLE, new int[] {0, 0}, PAD))
                .suspect(() -> Tensor.matrix(new double[] {0.25, 0.25}, new double[] {0.375, 0.125}),
                        "this is p / rows: y, 1 at the target, is not subtracted")
                .suspect(() -> Tensor.matrix(new double[] {-0.5, 0.5}, new double[] {-0.25, 0.25}),
                        "this is the gradient of the sum: the loss is a mean over 2 rows")
                .equalTo(Tensor.matrix(new double[] {-0.25, 0.25}, new double[] {-0.125, 0.125}));
    }

    @ParameterizedTest
    @CsvSource({"1,2", "4,3", "3,7", "16,5"})
    @Points(value = 2, hint = "The logits go into the loss as they are; the softmax is inside it.")
    void lossOfRandomLogits(int rows, int vocab) {
        verifyLoss("the loss of " + rows + " rows", random(rows, vocab), targets(rows, vocab), PAD);
    }

    @ParameterizedTest
    @CsvSource({"-100", "0", "2"})
    @Points(value = 2, hint = "Skip rows with the target ignore, and divide by the number of rows that are left.")
    void paddingDoesNotCount(int ignore) {
        Tensor logits = random(5, 4);
        int[] targets = {ignore, 1, 3, ignore, 1};
        verifyLoss("the loss with 2 of 5 rows ignored", logits, targets, ignore);
        verifyGrad("the gradient with 2 of 5 rows ignored", logits, targets, ignore);
    }

    @Test
    @Points(value = 1, hint = "Subtract the row's largest logit before exp, and add it again behind the logarithm.")
    void largeLogitsSurvive() {
        Tensor logits = Tensor.matrix(new double[] {1000, 998, 0}, new double[] {-1000, -1001, -1003});
        double loss = LossFromLogits.loss(logits, new int[] {1, 0}, PAD);
        Verify.fact(!Double.isNaN(loss) && !Double.isInfinite(loss), "the loss for logits of 1000 and -1000 is " + loss
                + ": e^1000 is infinite and e^-1000 is 0; subtract the row's largest logit first");
        verifyLoss("the loss for logits of 1000 and -1000", logits, new int[] {1, 0}, PAD);
        int[] hopeless = {2, 0}; // a probability of e^-1000 is 0 in every format, its logarithm is not
        verifyLoss("the loss where the target's logit is 1000 below", logits, hopeless, PAD);
    }

    @ParameterizedTest
    @CsvSource({"1,3", "4,3", "6,5"})
    @Points(value = 2, hint = "(p - y) / rows: what the model says minus what is right.")
    void gradientIsPMinusY(int rows, int vocab) {
        verifyGrad("the gradient of " + rows + " rows", random(rows, vocab), targets(rows, vocab), PAD);
    }

    private static void verifyLoss(String what, Tensor logits, int[] targets, int ignore) {
        double right = reference(logits, targets, ignore);
        int counted = counted(targets, ignore);
        Verify.that(what, LossFromLogits.loss(logits, targets, ignore))
                .suspect(() -> reference(logits.softmax(), targets, ignore),
                        "softmax is applied twice: the loss takes logits, not probabilities")
                .suspect(() -> -right, "the sign is wrong: ln p is negative, the loss is -ln p")
                .suspect(() -> right / Math.log(2), "these are bits (log2): nats are asked for, the natural logarithm")
                .suspectIf(loss -> counted > 1 && Check.close(loss, right * counted, 1e-5, 1e-5),
                        "this is the sum over the rows, their mean is asked for")
                .suspectIf(loss -> counted < targets.length
                        && Check.close(loss, right * counted / targets.length, 1e-5, 1e-5),
                        "divided by all " + targets.length + " rows, but only " + counted + " count")
                .suspectIf(loss -> counted < targets.length
                        && Check.close(loss, reference(logits, noIgnore(targets, ignore), PAD), 1e-5, 1e-5),
                        "the padding counts: rows with the target ignore must be skipped")
                .equalTo(right);
    }

    private static void verifyGrad(String what, Tensor logits, int[] targets, int ignore) {
        Tensor right = slopes(logits, targets, ignore);
        int counted = counted(targets, ignore);
        Tensor p = logits.softmax();
        Verify.that(what, LossFromLogits.grad(logits, targets, ignore))
                .suspect(() -> right.times(-1), "the sign is wrong: p - y, so that a step against it raises the target")
                .suspectIf(grad -> counted > 1 && grad.close(right.times(counted), 1e-5),
                        "this is the gradient of the sum: the loss is a mean over " + counted + " rows")
                .suspectIf(grad -> grad.close(right.times((float) counted / targets.length), 1e-5),
                        "divided by all " + targets.length + " rows, but only " + counted + " count")
                .suspect(() -> p.times(1f / counted), "y, 1 at the target, is not subtracted from p")
                .suspectIf(grad -> counted < targets.length && ignoredRowsMove(grad, targets, ignore),
                        "rows that do not count have a gradient: theirs is 0")
                .equalTo(right);
    }

    private static boolean ignoredRowsMove(Tensor grad, int[] targets, int ignore) {
        for (int row = 0; row < targets.length; row++) {
            if (targets[row] == ignore && grad.select(0, row).square().sum() > 0) {
                return true;
            }
        }
        return false;
    }

    private static double reference(Tensor logits, int[] targets, int ignore) {
        return Var.constant(logits).crossEntropy(targets, ignore).item();
    }

    private static Tensor slopes(Tensor logits, int[] targets, int ignore) {
        Var z = Var.parameter(logits);
        z.crossEntropy(targets, CrossEntropy.MEAN.withIgnore(ignore)).backward();
        return z.grad();
    }

    private static int[] noIgnore(int[] targets, int ignore) {
        return Arrays.stream(targets).map(target -> target == ignore ? Math.max(0, ignore) : target).toArray();
    }

    private static int counted(int[] targets, int ignore) {
        return (int) Arrays.stream(targets).filter(target -> target != ignore).count();
    }

    private static Tensor random(int rows, int vocab) {
        return Tensor.of(new NumpyRandom(82).randn(rows * vocab), rows, vocab).times(2);
    }

    private static int[] targets(int rows, int vocab) {
        return new NumpyRandom(83).randint(0, vocab, rows);
    }
}
