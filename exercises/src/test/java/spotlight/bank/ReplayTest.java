package spotlight.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import spotlight.grader.ExerciseFiles;
import spotlight.grader.ExerciseRun;
import spotlight.grader.Home;
import spotlight.grader.Script;

/** The calls that {@code ./lab grade} makes without JUnit have the results that JUnit has. */
class ReplayTest {
    private final ExerciseRun run = new ExerciseRun();
    private final List<ExerciseFiles> exercises = ExerciseFiles.all(Home.get());

    @TestFactory
    Stream<DynamicNode> everyExerciseEndsAsWithJUnit() {
        return exercises.stream().map(exercise -> dynamicTest(exercise.title(), () -> {
            Class<?> test = testOf(exercise);
            Optional<Script> script = run.record(test);
            if (script.isPresent()) {
                assertEquals(run.run(test), List.of(ExerciseRun.replay(test, script.get())));
            }
        }));
    }

    @Test
    void mostExercisesArePlainEnough() throws ClassNotFoundException {
        int plain = 0;
        for (ExerciseFiles exercise : exercises) {
            plain += run.record(testOf(exercise)).isPresent() ? 1 : 0;
        }
        assertTrue(plain >= 0.9 * exercises.size(), plain + " of " + exercises.size()
                + " can be run without JUnit: the others make grading a class slow");
    }

    private static Class<?> testOf(ExerciseFiles exercise) throws ClassNotFoundException {
        return Class.forName(exercise.className() + "Test");
    }
}
