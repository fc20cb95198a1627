package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.ch99.Learner;
import spotlight.ch99.Plain;

class ReplayTest {
    private final ExerciseRun run = new ExerciseRun();

    @AfterEach
    void asBefore() throws InterruptedException {
        System.clearProperty("spotlight.strict");
        Learner.end();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyKindOfResultIsThatOfJUnit(boolean strict) {
        System.setProperty("spotlight.strict", Boolean.toString(strict));
        for (Class<?> test : List.of(Plain.AllSorts.class, Plain.Untouched.class, Plain.Broken.class,
                Plain.SomeRows.class)) {
            Script script = run.record(test).orElseThrow();
            ExerciseResult withJUnit = run.run(test).get(0);
            assertEquals(withJUnit, ExerciseRun.replay(test, script));
            assertEquals(Plain.expected(test, strict),
                    withJUnit.methods().stream().map(MethodResult::status).map(Status::symbol).toList());
        }
    }

    @Test
    void aTestThatHangsEndsAndTheOthersGetLessTime() {
        Script script = run.record(Plain.Endless.class).orElseThrow();
        ExerciseResult result = ExerciseRun.replay(Plain.Endless.class, script);
        assertEquals(List.of(Status.TIMED_OUT, Status.TIMED_OUT, Status.TIMED_OUT),
                result.methods().stream().map(MethodResult::status).toList());
        assertTrue(result.methods().stream().anyMatch(one -> one.message().contains("within 2 s")), result::toString);
        assertEquals(2, result.methods().stream().filter(one -> one.message().contains("within 1 s")).count());
    }

    @Test
    void everyCallHasAnInstanceOfItsOwn() {
        Plain.instances.clear();
        ExerciseRun.replay(Plain.AllSorts.class, run.record(Plain.AllSorts.class).orElseThrow());
        assertEquals(5, Plain.instances.stream().distinct().count());
    }

    @Test
    void callsOfAnotherTestAreRefused() {
        ExerciseResult nothing = run.plan(Plain.AllSorts.class).get(0);
        for (String method : List.of("other", "noTest")) { // of the second there is one, but it is no test
            Script script = new Script(1, nothing, List.of(new Call(method, List.of())));
            assertEquals("there is no test " + method + " in class spotlight.ch99.Plain$AllSorts",
                    assertThrows(IllegalArgumentException.class,
                            () -> ExerciseRun.replay(Plain.AllSorts.class, script)).getMessage());
        }
    }
}
