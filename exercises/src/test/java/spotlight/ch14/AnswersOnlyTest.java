package spotlight.ch14;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("14.2 Find the bug: only answers are learned")
@Tag("ch14")
class AnswersOnlyTest {
    private static final int USER = 1;
    private static final int ASSISTANT = 2;
    private static final int END = 3;
    private static final int NO = -100;

    @Test
    @Points(value = 1, hint = "At position t the target is the token at t + 1.")
    void theExampleOfTheTask() {
        targets(new int[] {1, 10, 11, 2, 20, 21, 3, 1, 12, 2, 22, 3},
                new int[] {NO, NO, NO, 20, 21, 3, NO, NO, NO, 22, 3, NO});
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 10 2 20 3", "1 10 11 12 2 3 1 13 2 23 24 3", "1 10 2 20 21", "1 10 11", "1 10 2",
            "1 10 2 20 3 1 11 2 21 3 1 12"})
    @Points(value = 3, hint = "The assistant has to write what follows its mark, up to END and with it; nothing else.")
    void onlyWhatTheAssistantWritesCounts(String text) {
        int[] ids = Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
        int[] before = ids.clone();
        targets(ids, right(ids));
        assertArrayEquals(before, ids, "the ids must not be changed");
    }

    @Test
    @Points(value = 2, hint = "Divide by the number of positions that count.")
    void theMeanIsOverWhatCounts() {
        double[] losses = {9, 8, 1, 2, 4, 7};
        Verify.that("meanLoss", AnswersOnly.meanLoss(losses, new int[] {NO, NO, 20, 3, NO, NO}))
                .suspect(() -> 3.0 / 6,
                        "the sum is divided by all positions: a long question would make the loss small")
                .suspect(() -> 3, "this is the sum, not the mean")
                .suspect(() -> 31.0 / 6, "the user's words count too").equalTo(1.5);
        Verify.that("meanLoss where nothing counts", AnswersOnly.meanLoss(losses, new int[] {NO, NO, NO, NO, NO, NO}))
                .equalTo(0);
        Verify.that("meanLoss where the last position counts",
                AnswersOnly.meanLoss(losses, new int[] {5, NO, NO, NO, NO, 6})).equalTo(8);
    }

    private static void targets(int[] ids, int[] right) {
        Verify.that("targets of " + Arrays.toString(ids), AnswersOnly.targets(ids))
                .suspectIf(got -> got.length == ids.length && IntStream.range(0, ids.length)
                        .allMatch(t -> got[t] == NO || got[t] == ids[t]) && Arrays.stream(got).anyMatch(id -> id != NO),
                        "each token is its own target: the model has read it already, the loss falls to 0 and nothing is"
                                + " learned; ask for the NEXT token")
                .suspect(() -> shifted(ids), "the user's words are targets as well: only answers are learned")
                .suspectIf(got -> Arrays.stream(got).anyMatch(id -> id == USER),
                        "the user's mark behind END is a target: the model would learn to ask the next question itself")
                .suspectIf(got -> got.length == ids.length && marks(ids, got, ASSISTANT, right),
                        "the first word of an answer is left out: it is asked for at the assistant's mark")
                .suspectIf(got -> has(right, END) && !has(got, END),
                        "END is no target: the model would never learn to stop")
                .equalTo(right);
    }

    private static boolean has(int[] targets, int id) {
        return Arrays.stream(targets).anyMatch(target -> target == id);
    }

    /** Whether a target is missing where it should stand: behind this mark. */
    private static boolean marks(int[] ids, int[] got, int mark, int[] right) {
        return IntStream.range(0, ids.length).anyMatch(t -> ids[t] == mark && right[t] != NO && got[t] == NO);
    }

    private static int[] shifted(int[] ids) {
        return IntStream.range(0, ids.length).map(t -> t + 1 < ids.length ? ids[t + 1] : NO).toArray();
    }

    /** From behind: a token counts if the last mark before it is the assistant's. */
    private static int[] right(int[] ids) {
        int[] targets = new int[ids.length];
        Arrays.fill(targets, NO);
        for (int t = 0; t + 1 < ids.length; t++) {
            int mark = t;
            while (ids[mark] > END) {
                mark--;
            }
            targets[t] = ids[mark] == ASSISTANT ? ids[t + 1] : NO;
        }
        return targets;
    }
}
