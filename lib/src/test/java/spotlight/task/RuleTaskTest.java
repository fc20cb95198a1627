package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTaskTest {

    static Stream<RuleTask> tasks() {
        return Stream.of(new CopyTask(), new SortTask(), new AdditionTask());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void questionsAndAnswersFit(RuleTask task) {
        SplittableRandom random = new SplittableRandom(0);
        int longestQuestion = 0;
        int longestAnswer = 0;
        for (int i = 0; i < 2000; i++) {
            String question = task.question(random);
            String answer = task.answer(question);
            (question + answer).chars().forEach(c -> assertTrue(task.signs().indexOf(c) >= 0, question + answer));
            longestQuestion = Math.max(longestQuestion, question.length());
            longestAnswer = Math.max(longestAnswer, answer.length());
        }
        assertEquals(task.longestQuestion(), longestQuestion);
        assertEquals(task.longestAnswer(), longestAnswer);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void heldOutQuestionsAreManyAndNeverLearned(RuleTask task) {
        List<String> heldOut = task.heldOut();
        assertTrue(heldOut.size() >= 2000);
        assertEquals(heldOut.size(), new HashSet<>(heldOut).size());
        assertTrue(heldOut.stream().allMatch(task::isHeldOut));
        Set<String> measured = new HashSet<>(heldOut);
        List<String> learned = task.questions(new SplittableRandom(1), 20_000);
        assertEquals(20_000, learned.size());
        assertFalse(learned.stream().anyMatch(measured::contains));
    }

    /** The quick trainings learn something, the full ones are in lib/RESULTS.md. */
    @ParameterizedTest
    @MethodSource("tasks")
    void aShortTrainingLearnsSomething(RuleTask task) {
        Card card = Run.quick(0).perform(task);
        float[] losses = card.stages().get(0).losses();
        float last = losses[losses.length - 1];
        assertTrue(last < 0.85 * losses[0], task.name() + ": loss from " + losses[0] + " to " + last);
        Answers answers = Answers.of(card.model("gpt"));
        String question = task.heldOut().get(0);
        assertEquals(card.result().samples().get(0), question + answers.of(question));
    }

    @Test
    void whatToDoIsCopied() {
        assertEquals("spotlight", new CopyTask().answer("spotlight>"));
    }
}
