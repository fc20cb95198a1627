package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A training as it is meant, from its seed to its goals: what lib/RESULTS.md promises holds for this code. Sorting is the
 * shortest; {@code mvn test -pl lib -Dtest=RetrainTest -Dspotlight.retrain=recall,copy,sort,addition} does the small
 * ones, in some minutes, and any other names of {@code ./lab train --list} do, too.
 */
class RetrainTest {
    static Stream<Task> tasks() {
        return Arrays.stream(System.getProperty("spotlight.retrain", "sort").split(",")).map(Tasks::named);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void everyGoalIsReachedAgain(Task task) {
        Card card = Run.full(0).perform(task);
        assertTrue(card.result().scores().stream().anyMatch(Score::hasGoal), task.name());
        for (Score score : card.result().scores()) {
            assertTrue(score.reached(), task.name() + ": " + score.what() + " is " + score.valueText()
                    + ", the goal " + score.goalText());
        }
    }
}
