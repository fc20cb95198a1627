package spotlight.ch10;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("10.4 Find the bug: a loss that counts padding")
@Tag("ch10")
class PaddedLossTest {
    private static final int VOCAB = 10;

    @Test
    @Points(value = 1, hint = "Nothing is filled up here, so the colleague's loss is right; keep it so.")
    void withoutPaddingNothingChanges() {
        verify(new int[] {1, 7, 8, 1, 5, 6}, new int[] {7, 8, 2, 5, 6, 2}, 2, 0);
    }

    @Test
    @Points(value = 3, hint = "Look at the place where the decoder reads </s>: is its label a word?")
    void paddingCountsNowhere() {
        verify(new int[] {1, 7, 8, 2, 0, 0}, new int[] {7, 8, 2, 0, 0, 0}, 1, 0);
        verify(new int[] {1, 7, 8, 1, 2, 0}, new int[] {7, 8, 2, 2, 0, 0}, 2, 0);
        verify(new int[] {1, 0, 8, 1, 2, 9}, new int[] {0, 8, 2, 2, 9, 9}, 2, 9);
    }

    @ParameterizedTest
    @CsvSource({"2,10,0,30", "2,10,1,0", "3,5,1,15", "0.5,8,4,2"})
    @Points(value = 1, hint = "The sum of all losses, divided by the number of all places.")
    void whatTheColleagueSees(double loss, int counted, double paddingLoss, int padding) {
        Verify.that("shown(" + loss + ", " + counted + ", " + paddingLoss + ", " + padding + ")",
                PaddedLoss.shown(loss, counted, paddingLoss, padding))
                .suspectIf(x -> x == loss, "that is the honest loss: the program divides by all places")
                .suspectIf(x -> x == (loss + paddingLoss) / 2 || x == loss + paddingLoss,
                        "the two means weigh as much as there are places behind them")
                .equalTo((loss * counted + paddingLoss * padding) / (counted + padding));
    }

    @Test
    @Points(value = 2, hint = "A part with twice as many predictions has twice the weight.")
    void partsCountByTheirPredictions() {
        verifyParts(new double[] {2, 1}, 30, 10);
        verifyParts(new double[] {0.5, 1.5, 4}, 7, 0, 3);
        verifyParts(new double[] {3}, 5);
    }

    private static void verifyParts(double[] losses, int... counted) {
        double all = IntStream.of(counted).sum();
        double sum = IntStream.range(0, losses.length).mapToDouble(i -> losses[i] * counted[i]).sum();
        Verify.that("ofParts(" + Arrays.toString(losses) + ", " + Arrays.toString(counted) + ")",
                PaddedLoss.ofParts(losses, counted))
                .suspect(() -> Arrays.stream(losses).average().orElseThrow(),
                        "the mean of the means: a part with few predictions has too much weight")
                .suspect(() -> Arrays.stream(losses).sum(), "added up: a mean is asked for")
                .suspect(() -> sum, "this is the sum over all predictions: divide by how many there are")
                .equalTo(sum / all);
    }

    private static void verify(int[] inputs, int[] labels, int batch, int pad) {
        int tokens = labels.length / batch;
        Tensor logits = new TorchRandom(104).randn(batch, tokens, VOCAB);
        int counted = (int) IntStream.of(labels).filter(id -> id != pad).count();
        int read = (int) IntStream.of(inputs).filter(id -> id != pad).count();
        double right = sum(logits, labels, i -> labels[i] != pad);
        double byInput = sum(logits, labels, i -> inputs[i] != pad);
        double all = sum(logits, labels, i -> true);
        Verify.that(
                "loss for inputs " + Arrays.toString(inputs) + ", labels " + Arrays.toString(labels) + ", pad " + pad,
                PaddedLoss.loss(logits, inputs, labels, pad))
                .suspect(() -> byInput / labels.length,
                        "as the colleague has it: what follows </s> counts, and the sum is divided by all places")
                .suspect(() -> right / labels.length,
                        "the sum is right, the divisor is not: divide by the predictions that count")
                .suspect(() -> byInput / read,
                        "the place that reads </s> still counts: its label is padding, and the label decides")
                .suspect(() -> byInput / counted,
                        "the divisor is right, the sum is not: the label decides whether a place counts, not the input")
                .suspect(() -> right / read,
                        "the sum goes by the labels, the divisor by the inputs: both by the labels")
                .suspect(() -> all / labels.length, "everything counts: leave out places whose label is padding")
                .suspect(() -> right, "this is the sum: the mean is asked for")
                .suspect(() -> -right / counted, "the sign is turned: a loss is not negative")
                .suspect(
                        () -> sum(logits, labels, i -> labels[i] != 0)
                                / IntStream.of(labels).filter(id -> id != 0).count(),
                        "compare with pad, not with 0")
                .equalTo(right / counted);
    }

    /** The cross entropies of these places, added up. */
    private static double sum(Tensor logits, int[] labels, IntPredicate counts) {
        float[] x = logits.logSoftmax().data();
        return IntStream.range(0, labels.length).filter(counts).mapToDouble(i -> -x[i * VOCAB + labels[i]]).sum();
    }
}
