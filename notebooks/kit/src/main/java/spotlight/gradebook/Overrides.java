package spotlight.gradebook;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import spotlight.grader.ExerciseNumber;

/**
 * Points that an instructor gives by hand, {@code overrides.csv} with the columns id, exercise, points and reason.
 * They are applied
 * when the gradebook is written, so grading again never loses them.
 */
final class Overrides {
    /**
     * What one exercise of one student counts instead.
     *
     * @param points in the unit of the gradebook, so at most what the exercise counts there
     * @param reason shown to the student
     */
    record Entry(BigDecimal points, String reason, InstructorTable.Row row) {
    }

    private final Map<String, Map<ExerciseNumber, Entry>> entries = new TreeMap<>();

    private Overrides() {
    }

    /** Nothing by hand. */
    static Overrides none() {
        return new Overrides();
    }

    /** @throws GradebookException if a line is wrong, lacks a reason or repeats an earlier one */
    static Overrides read(Path file) {
        Overrides overrides = new Overrides();
        for (InstructorTable.Row row : InstructorTable.read(file, "id", "exercise", "points", "reason")) {
            String id = row.text(0, "id");
            ExerciseNumber exercise = row.exercise(1);
            Entry entry = new Entry(row.points(2), row.text(3, "reason"), row);
            Entry earlier = overrides.entries.computeIfAbsent(id, key -> new TreeMap<>()).putIfAbsent(exercise, entry);
            if (earlier != null) {
                throw row.trouble(Visible.line(id) + " " + exercise + " is already on line " + earlier.row.line());
            }
        }
        return overrides;
    }

    Optional<Entry> of(String id, ExerciseNumber exercise) {
        return Optional.ofNullable(entries.getOrDefault(id, Map.of()).get(exercise));
    }

    /**
     * @param ids   of all students
     * @param maxes what each exercise counts
     * @param shard whether students may be missing, because this is only a part of the class
     * @throws GradebookException if a line names no student or no exercise of theirs, or gives too many points
     */
    void check(Set<String> ids, Map<ExerciseNumber, BigDecimal> maxes, boolean shard) {
        entries.forEach((id, exercises) -> exercises.forEach((exercise, entry) -> {
            if (!ids.contains(id) && !shard) {
                throw entry.row.trouble("there is no student with the id " + Visible.line(id));
            }
            if (!maxes.containsKey(exercise)) {
                throw entry.row.trouble(PointsTable.unknown(exercise, maxes.keySet()));
            }
            if (entry.points.compareTo(maxes.get(exercise)) > 0) {
                throw entry.row.trouble(Decimal.text(entry.points) + " points are too many: exercise " + exercise
                        + " counts " + Decimal.text(maxes.get(exercise)));
            }
        }));
    }
}
