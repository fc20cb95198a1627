package spotlight.ch14;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("14.1 A dialogue as one row of ids")
@Tag("ch14")
class DialogueIdsTest {
    private static final int USER = 1;
    private static final int ASSISTANT = 2;
    private static final int END = 3;

    @Test
    @Points(value = 1, hint = "Which mark stands before each turn, and which one behind it?")
    void theExampleOfTheTask() {
        text(List.of(new int[] {10, 11}, new int[] {20}, new int[] {12}));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 5})
    @Points(value = 2, hint = "Turn 0 is the user's, turn 1 the assistant's, turn 2 the user's again: i % 2 tells.")
    void everyTurnHasItsMarks(int count) {
        List<int[]> turns = turns(count);
        int[][] before = turns.stream().map(int[]::clone).toArray(int[][]::new);
        text(turns);
        assertArrayEquals(before, turns.toArray(int[][]::new), "the turns must not be changed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    @Points(value = 2, hint = "The text, and one more token.")
    void thePromptAsksForAnAnswer(int count) {
        List<int[]> turns = turns(count);
        int[] text = right(turns, true);
        Verify.that("prompt of " + count + " turns", DialogueIds.prompt(turns))
                .suspect(() -> text,
                        "the assistant's mark is missing at its end: the model would go on with the user's words")
                .suspect(() -> with(text, END), "it ends in END: that closes an answer, and none has begun")
                .suspect(() -> with(text, USER),
                        "it ends in the user's mark: the model would ask the next question itself")
                .equalTo(with(text, ASSISTANT));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4})
    @Points(value = 1, hint = "After an even number of turns the assistant was the last to speak.")
    void nobodyAnswersTwice(int count) {
        String wanted = "prompt: the user must have the last word, there are " + count + " turns";
        String got;
        try {
            got = "a prompt of " + DialogueIds.prompt(turns(count)).length + " tokens";
        } catch (IllegalArgumentException e) {
            got = e.getMessage();
        }
        Verify.that("prompt of " + count + " turns", got)
                .suspectIf(text -> text.startsWith("a prompt"),
                        "the assistant spoke last and would answer itself: an IllegalArgumentException is wanted")
                .equalTo(wanted);
    }

    private static List<int[]> turns(int count) {
        List<int[]> turns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = 10 * (i + 1);
            turns.add(IntStream.rangeClosed(first, first + i % 3).toArray());
        }
        return turns;
    }

    private static void text(List<int[]> turns) {
        Verify.that("text of " + turns.size() + " turns", DialogueIds.text(turns))
                .suspectIf(ids -> ids.length > 0 && ids[0] == ASSISTANT,
                        "the roles are exchanged: turn 0 is the user's")
                .suspect(() -> right(turns, false),
                        "no answer ends: END is missing, the model could never learn to stop")
                .suspectIf(ids -> count(ids, END) > turns.size() / 2,
                        "END stands behind the user's turns too: only the assistant has to learn where to stop")
                .suspectIf(ids -> count(ids, USER) + count(ids, ASSISTANT) > turns.size(),
                        "there are more marks than turns: the text is no prompt, its last turn may be the user's")
                .suspectIf(ids -> turns.size() > 1 && count(ids, ASSISTANT) == 0,
                        "every turn has the user's mark: the turns 1, 3, 5 are the assistant's")
                .equalTo(right(turns, true));
    }

    private static long count(int[] ids, int mark) {
        return Arrays.stream(ids).filter(id -> id == mark).count();
    }

    private static int[] right(List<int[]> turns, boolean ended) {
        int[] ids = {};
        for (int i = 0; i < turns.size(); i++) {
            ids = with(ids, i % 2 == 0 ? USER : ASSISTANT);
            for (int token : turns.get(i)) {
                ids = with(ids, token);
            }
            ids = i % 2 == 1 && ended ? with(ids, END) : ids;
        }
        return ids;
    }

    private static int[] with(int[] ids, int last) {
        int[] more = Arrays.copyOf(ids, ids.length + 1);
        more[ids.length] = last;
        return more;
    }
}
