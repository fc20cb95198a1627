package spotlight.ch11;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.model.Gpt;

@Exercise("11.1 Training pairs")
@Tag("ch11")
class TrainingPairsTest {
    private static final int[] IDS = {5, 7, 2, 9, 4};

    @ParameterizedTest
    @CsvSource({"7,3,4", "5,3,2", "6,1,5", "100,32,68", "4,4,0", "3,8,0", "5,4,1"})
    @Points(value = 2, hint = "A window of T inputs needs T + 1 tokens: the last target stands behind the last input.")
    void howManyWindows(int length, int context, int expected) {
        Verify.that("windows of " + context + " in a text of " + length, TrainingPairs.windows(length, context))
                .suspect(() -> Math.max(0, length - context + 1),
                        "one too many: in the last of these windows the last target lies behind the end of the text")
                .suspect(() -> Math.max(0, length - context - 1),
                        "one too few: the last target may be the last token of the text")
                .suspect(() -> length / context,
                        "windows may overlap: each place with enough tokens behind it starts one")
                .suspectIf(actual -> actual < 0, "below 0: a text shorter than the window has none")
                .equalTo(expected);
    }

    @Test
    @Points(value = 1, hint = "Inputs are the tokens from .. from + context - 1 as they are.")
    void inputsAreTheText() {
        verifyInputs(0, new int[] {5, 7, 2});
        verifyInputs(1, new int[] {7, 2, 9});
    }

    private static void verifyInputs(int from, int[] expected) {
        Verify.that("inputs from " + from, TrainingPairs.inputs(IDS.clone(), from, expected.length))
                .suspectIf(inputs -> inputs.length != expected.length,
                        "not as many inputs as the context: copyOfRange ends before its second number")
                .suspect(() -> Arrays.copyOf(IDS, expected.length), "the window starts at 0, not at from")
                .equalTo(expected);
    }

    @Test
    @Points(value = 2, hint = "target[i] is the token that follows input[i] in the text.")
    void targetsAreOnePlaceFurtherOn() {
        verifyTargets(1, new int[] {2, 9, 4});
        verifyTargets(0, new int[] {7, 2, 9});
        verifyTargets(3, new int[] {4});
    }

    private static void verifyTargets(int from, int[] expected) {
        int context = expected.length;
        Verify.that("targets from " + from + ", context " + context, TrainingPairs.targets(IDS.clone(), from, context))
                .suspect(() -> Arrays.copyOfRange(IDS, from, from + context),
                        "these are the inputs: a model would learn to repeat what it sees, and its loss would go to 0")
                .suspect(() -> Arrays.copyOfRange(IDS, from + 2, from + 2 + context),
                        "shifted by two: a token is left out")
                .suspectIf(targets -> targets.length == context && from + context > 1
                        && targets[context - 1] == IDS[from + context - 2],
                        "shifted the wrong way: this is the token BEFORE each input")
                .suspectIf(targets -> targets.length != context,
                        "not as many targets as inputs: each input has exactly one")
                .equalTo(expected);
    }

    @Test
    @Points(value = 2, hint = "Fill an array of that width with Gpt.IGNORE, then copy the text without its first token.")
    void whatIsFilledInDoesNotCount() {
        verifyPadded(new int[] {5, 7, 2}, 4, 7, 2, Gpt.IGNORE, Gpt.IGNORE);
        verifyPadded(IDS, 4, 7, 2, 9, 4);
        verifyPadded(new int[] {3, 0}, 3, 0, Gpt.IGNORE, Gpt.IGNORE);
    }

    private static void verifyPadded(int[] ids, int width, int... expected) {
        int[] zeros = Arrays.stream(expected).map(target -> target == Gpt.IGNORE ? 0 : target).toArray();
        int[] minusOnes = Arrays.stream(expected).map(target -> target == Gpt.IGNORE ? -1 : target).toArray();
        Verify.that("padded targets of " + Arrays.toString(ids), TrainingPairs.padded(ids.clone(), width))
                .suspectIf(targets -> Arrays.equals(targets, zeros) && !Arrays.equals(zeros, expected),
                        "filled up with 0, which is a token: the model would learn to write it behind each text")
                .suspectIf(targets -> Arrays.equals(targets, minusOnes) && !Arrays.equals(minusOnes, expected),
                        "filled up with -1, which is no token and not Gpt.IGNORE: the loss would be refused")
                .suspectIf(targets -> targets.length != width, "the row is not as wide as asked for")
                .suspectIf(targets -> targets[0] == ids[0],
                        "the first token of the text is a target here, but nothing stands before it")
                .equalTo(expected);
    }
}
