package spotlight.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.grader.ExerciseNumber;

/** The points table and the overrides. */
class TablesTest {
    private static final ExerciseNumber FIRST = new ExerciseNumber(2, 1);
    private static final ExerciseNumber TENTH = new ExerciseNumber(2, 10);
    private static final Map<ExerciseNumber, BigDecimal> MAXES = new TreeMap<>(
            Map.of(FIRST, Decimal.of(5), TENTH, Decimal.of(3)));

    @TempDir
    Path folder;

    @Test
    void anExerciseCountsWhatTheTableSays() throws IOException {
        PointsTable points = points("2.1,10\n2.10,0");
        assertEquals("10", Decimal.text(points.max(FIRST, 5)));
        assertEquals("0", Decimal.text(points.max(TENTH, 3)));
        assertEquals("2", Decimal.text(points.max(new ExerciseNumber(3, 1), 2)), "what its tests are worth");
    }

    @Test
    void anUnknownExerciseInThePointsTableIsNamed() throws IOException {
        PointsTable points = points("2.1,10\n2.3,4");
        assertEquals("points.csv:3: exercise 2.3 was not graded; of chapter 2 there are 2.1, 2.10",
                message(() -> points.check(new java.util.TreeSet<>(Set.of(FIRST, TENTH)))));
        PointsTable other = points("7.1,10");
        assertEquals("points.csv:2: exercise 7.1 was not graded; of chapter 7 there is none",
                message(() -> other.check(Set.of(FIRST))));
        assertEquals("points.csv:3: exercise 2.1 is already on line 2", message(() -> points("2.1,10\n2.1,4")));
    }

    @Test
    void anOverrideIsFoundByStudentAndExercise() throws IOException {
        Overrides overrides = overrides("s01,2.10,2.5,\"oral exam, well explained\"");
        overrides.check(Set.of("s01"), MAXES, false);
        Overrides.Entry entry = overrides.of("s01", TENTH).orElseThrow();
        assertEquals("2.5", Decimal.text(entry.points()));
        assertEquals("oral exam, well explained", entry.reason());
        assertEquals(true, overrides.of("s01", FIRST).isEmpty());
        assertEquals(true, overrides.of("s02", TENTH).isEmpty());
    }

    @Test
    void wrongOverridesAreNamedWithFileAndLine() throws IOException {
        assertEquals("overrides.csv:2: there is no student with the id s09", wrong("s09,2.1,3,late bus"));
        assertEquals("overrides.csv:2: exercise 2.7 was not graded; of chapter 2 there are 2.1, 2.10",
                wrong("s01,2.7,3,late bus"));
        assertEquals("overrides.csv:2: 6 points are too many: exercise 2.1 counts 5", wrong("s01,2.1,6,late bus"));
        assertEquals("overrides.csv:2: \"-1\" is not a number like 7 or 2.5", wrong("s01,2.1,-1,late bus"));
        assertEquals("overrides.csv:2: the reason is missing", wrong("s01,2.1,3,"));
        assertEquals("overrides.csv:3: s01 2.1 is already on line 2", wrong("s01,2.1,3,a\ns01,2.1,3,b"));
    }

    @Test
    void aShardKnowsOnlySomeStudents() throws IOException {
        overrides("s09,2.1,3,late bus").check(Set.of("s01"), MAXES, true);
        assertEquals("overrides.csv:2: 6 points are too many: exercise 2.1 counts 5",
                message(() -> overrides("s09,2.1,6,late bus").check(Set.of("s01"), MAXES, true)));
    }

    private String wrong(String rows) {
        return message(() -> overrides(rows).check(Set.of("s01"), MAXES, false));
    }

    private PointsTable points(String rows) throws IOException {
        return PointsTable.read(Files.writeString(folder.resolve("points.csv"), "exercise,points\n" + rows + "\n"));
    }

    private Overrides overrides(String rows) throws IOException {
        return Overrides.read(
                Files.writeString(folder.resolve("overrides.csv"), "id,exercise,points,reason\n" + rows + "\n"));
    }

    private static String message(org.junit.jupiter.api.function.Executable action) {
        return assertThrows(GradebookException.class, action).getMessage();
    }
}
