package spotlight.gradebook;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import spotlight.grader.ExerciseNumber;

/**
 * What each exercise counts, {@code points.csv} with the columns exercise and points. An exercise that is not in it
 * counts what its
 * tests say; 0 leaves it out.
 */
final class PointsTable {
    private record Entry(BigDecimal points, InstructorTable.Row row) {
    }

    private final Map<ExerciseNumber, Entry> entries = new TreeMap<>();

    private PointsTable() {
    }

    /** Every exercise as its tests say. */
    static PointsTable none() {
        return new PointsTable();
    }

    /** @throws GradebookException if a line is wrong or names an exercise twice */
    static PointsTable read(Path file) {
        PointsTable table = new PointsTable();
        for (InstructorTable.Row row : InstructorTable.read(file, "exercise", "points")) {
            ExerciseNumber exercise = row.exercise(0);
            Entry earlier = table.entries.putIfAbsent(exercise, new Entry(row.points(1), row));
            if (earlier != null) {
                throw row.trouble("exercise " + exercise + " is already on line " + earlier.row.line());
            }
        }
        return table;
    }

    /** @throws GradebookException if a line names an exercise that was not graded */
    void check(Set<ExerciseNumber> graded) {
        entries.forEach((exercise, entry) -> {
            if (!graded.contains(exercise)) {
                throw entry.row.trouble(unknown(exercise, graded));
            }
        });
    }

    /** What an exercise counts. @param own what its tests are worth */
    BigDecimal max(ExerciseNumber exercise, int own) {
        Entry entry = entries.get(exercise);
        return entry == null ? Decimal.of(own) : entry.points;
    }

    static String unknown(ExerciseNumber exercise, Set<ExerciseNumber> graded) {
        String chapter = graded.stream().filter(other -> other.chapter() == exercise.chapter())
                .map(ExerciseNumber::toString).collect(Collectors.joining(", "));
        return "exercise " + exercise + " was not graded; of chapter " + exercise.chapter() + " there "
                + (chapter.isEmpty() ? "is none" : "are " + chapter);
    }
}
