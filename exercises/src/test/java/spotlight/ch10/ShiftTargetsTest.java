package spotlight.ch10;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("10.2 Shift the targets")
@Tag("ch10")
class ShiftTargetsTest {
    private static final int[] EXAMPLE = {1, 7, 8, 2, 1, 9, 2, 0};

    @Test
    @Points(value = 1, hint = "Write the two rows of the example one under the other, sentence by sentence.")
    void theExampleOfTheTask() {
        verifyInputs(EXAMPLE, 2);
        verifyLabels(EXAMPLE, 2);
        verifyPredictions(new int[] {7, 8, 2, 9, 2, 0}, 2, 3, 2);
    }

    @ParameterizedTest
    @CsvSource({"1,2", "1,6", "3,5", "4,2"})
    @Points(value = 2, hint = "Each sentence loses its own last token, not only the last sentence.")
    void inputsLoseTheLastTokenOfEachSentence(int batch, int width) {
        verifyInputs(random(batch, width), batch);
    }

    @ParameterizedTest
    @CsvSource({"1,2", "1,6", "3,5", "4,2"})
    @Points(value = 2, hint = "Label t is target t + 1 of the same sentence.")
    void labelsLoseTheFirstTokenOfEachSentence(int batch, int width) {
        verifyLabels(random(batch, width), batch);
    }

    @Test
    @Points(value = 2, hint = "Count the labels that are not the padding id, for each row of T labels.")
    void predictionsAreLabelsWithoutPadding() {
        verifyPredictions(new int[] {5, 2, 0, 0, 5, 6, 7, 2, 2, 0, 0, 0}, 3, 2, 4, 1);
        int[] padOfNine = {5, 2, 9, 9, 0, 6, 7, 2};
        Verify.that("predictions of [5, 2, 9, 9, 0, 6, 7, 2] with pad 9", ShiftTargets.predictions(padOfNine, 2, 9))
                .suspect(() -> new int[] {4, 3}, "0 is a word here and 9 fills up: compare with pad")
                .equalTo(new int[] {2, 4});
    }

    private static void verifyInputs(int[] targets, int batch) {
        int width = targets.length / batch;
        Verify.that("inputs of " + Arrays.toString(targets) + " in " + batch, ShiftTargets.inputs(targets, batch))
                .suspect(() -> targets, "nothing is taken away: the last token of each sentence is never read")
                .suspect(() -> shifted(targets, width, 1),
                        "these are the labels: the decoder must begin with <s> and never read the last token")
                .suspect(() -> Arrays.copyOf(targets, targets.length - 1),
                        "only the last sentence has lost its last token: each sentence loses its own")
                .equalTo(shifted(targets, width, 0));
    }

    private static void verifyLabels(int[] targets, int batch) {
        int width = targets.length / batch;
        Verify.that("labels of " + Arrays.toString(targets) + " in " + batch, ShiftTargets.labels(targets, batch))
                .suspect(() -> shifted(targets, width, 0),
                        "the labels are the inputs, without a shift: the model would only have to copy")
                .suspect(() -> targets, "nothing is taken away: <s> is never predicted")
                .suspect(() -> Arrays.copyOfRange(targets, 1, targets.length),
                        "shifted as one long row: after </s> comes the first token of the next sentence")
                .equalTo(shifted(targets, width, 1));
    }

    private static void verifyPredictions(int[] labels, int batch, int... expected) {
        int tokens = labels.length / batch;
        Verify.that("predictions of " + Arrays.toString(labels) + " in " + batch + ", pad 0",
                ShiftTargets.predictions(labels, batch, 0))
                .suspect(() -> IntStream.generate(() -> tokens).limit(batch).toArray(),
                        "padding is counted: a label that only fills up teaches nothing")
                .suspect(() -> Arrays.stream(expected).map(n -> n - 1).toArray(),
                        "the end mark is left out: where to stop is a prediction as well")
                .suspect(() -> Arrays.stream(expected).map(n -> tokens - n).toArray(), "this is the number of paddings")
                .equalTo(expected);
    }

    /** From each row {@code width - 1} tokens, beginning with this one. */
    private static int[] shifted(int[] targets, int width, int first) {
        return IntStream.range(0, targets.length).filter(i -> first == 0 ? i % width < width - 1 : i % width > 0)
                .map(i -> targets[i]).toArray();
    }

    private static int[] random(int batch, int width) {
        return new SplittableRandom(101).ints((long) batch * width, 3, 1000).toArray();
    }
}
