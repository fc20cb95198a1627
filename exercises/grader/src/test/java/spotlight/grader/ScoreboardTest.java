package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.ch99.Learner;

class ScoreboardTest {
    @Exercise("99.10 Rows")
    static class Rows {
        private static final List<Integer> ROWS = new ArrayList<>();

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4})
        @Points(value = 2, hint = "Not every row is two.")
        void oneRowFails(int row) {
            ROWS.add(row);
            Verify.that("row " + row, Learner.two()).equalTo(row < 3 ? 2 : 3);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @Points(value = 3, hint = "")
        void allRowsPass(int row) {
            Verify.that("row " + row, Learner.two()).equalTo(2);
        }

        @ParameterizedTest
        @MethodSource("rows")
        @Points(hint = "")
        void rowsCannotBeMade(int row) {
        }

        static Stream<Integer> rows() {
            return Stream.of(Learner.outside());
        }

        @Test
        void withoutPointsDoesNotCount() {
        }
    }

    @Test
    void theWorstRowOfAParameterisedTestDecides() {
        Rows.ROWS.clear();
        ExerciseResult result = run(Rows.class).get(0);
        assertEquals(List.of("all rows pass", "one row fails", "rows cannot be made"),
                result.methods().stream().map(MethodResult::name).toList());
        assertEquals(new MethodResult("one row fails", 2, Status.FAILED, "row 3: expected 3, got 2",
                "Not every row is two."), result.methods().get(1));
        assertEquals(Status.FAILED, result.methods().get(2).status());
        assertEquals(3, result.points());
        assertEquals(6, result.max());
        assertEquals(List.of(1, 2, 3), Rows.ROWS, "rows after the first that fails are left out");
    }

    @Exercise("99.2 Broken as a whole")
    static class BrokenAsAWhole {
        @BeforeAll
        static void prepare() {
            Learner.broken();
        }

        @Test
        @Points(hint = "Think.")
        void first() {
        }

        @Test
        @Points(hint = "Think.")
        void second() {
        }
    }

    @Test
    void aFailureOfTheClassIsAFailureOfEachMethodWithoutAHint() {
        ExerciseResult result = run(BrokenAsAWhole.class).get(0);
        assertEquals(2, result.count(Status.FAILED));
        assertEquals("Learner.java does not compile: line 46: Type mismatch: cannot convert from String to int; "
                + "y cannot be resolved to a variable", result.methods().get(1).message());
        assertEquals("", result.methods().get(1).hint());
    }

    @Exercise("99.1 Disabled")
    static class Off {
        @Test
        @Disabled
        @Points(hint = "")
        void one() {
        }
    }

    @Test
    void exercisesAreSortedByNumberAndADisabledTestStillCounts() {
        List<ExerciseResult> results = run(Rows.class, Off.class, BrokenAsAWhole.class);
        assertEquals(List.of("99.1", "99.2", "99.10"), results.stream().map(ExerciseResult::number).toList());
        assertEquals(1, results.get(0).count(Status.NOT_ATTEMPTED));
        assertEquals(1, results.get(0).max());
    }

    private static List<ExerciseResult> run(Class<?>... testClasses) {
        return new ExerciseRun().run(testClasses);
    }
}
