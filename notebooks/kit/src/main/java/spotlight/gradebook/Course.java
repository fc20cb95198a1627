package spotlight.gradebook;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import spotlight.grader.ExerciseNumber;
import spotlight.grader.ExerciseResult;
import spotlight.grader.batch.ExerciseOutcome;
import spotlight.grader.batch.SubmissionResult;

/**
 * Who was graded, and on what: the rows and columns of the gradebook.
 *
 * @param ids       of the students, in the order of the results
 * @param exercises those of any student, by number
 */
record Course(Set<String> ids, SortedMap<ExerciseNumber, Item> exercises) {
    private static final String ID = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}";

    /**
     * One exercise.
     *
     * @param title number and title
     * @param own   what its tests are worth
     * @param max   what it counts in this gradebook
     */
    record Item(ExerciseNumber number, String title, int own, BigDecimal max) {
        boolean counts() {
            return max.signum() > 0;
        }
    }

    /**
     * Looks at all results once.
     *
     * @throws GradebookException if an id is used twice or cannot name a file, or an exercise is worth different points
     */
    static Course of(Iterable<SubmissionResult> results, PointsTable points) {
        Set<String> ids = new LinkedHashSet<>();
        SortedMap<ExerciseNumber, Item> items = new TreeMap<>();
        for (SubmissionResult result : results) {
            String id = result.submission().id();
            if (!id.matches(ID)) {
                throw new GradebookException("the id \"" + Visible.line(id) + "\" cannot name a file");
            }
            if (!ids.add(id)) {
                throw new GradebookException("two results have the id " + id);
            }
            for (ExerciseOutcome outcome : result.exercises()) {
                add(items, outcome.result(), points, id);
            }
        }
        points.check(items.keySet());
        return new Course(ids, items);
    }

    private static void add(Map<ExerciseNumber, Item> items, ExerciseResult result, PointsTable points, String id) {
        ExerciseNumber number = ExerciseNumber.of(result.title());
        Item item = items.computeIfAbsent(number,
                key -> new Item(key, result.title(), result.max(), points.max(key, result.max())));
        if (item.own() != result.max()) {
            throw new GradebookException("exercise " + number + " is worth " + result.max() + " points for " + id
                    + " and " + item.own() + " for others: they were graded with different tests; grade all again");
        }
    }

    /** What each exercise counts. */
    Map<ExerciseNumber, BigDecimal> maxes() {
        Map<ExerciseNumber, BigDecimal> maxes = new TreeMap<>();
        exercises.forEach((number, item) -> maxes.put(number, item.max()));
        return maxes;
    }

    /** The maximum of each chapter that counts, by its number. */
    SortedMap<Integer, BigDecimal> chapters() {
        SortedMap<Integer, BigDecimal> chapters = new TreeMap<>();
        exercises.values().stream().filter(Item::counts)
                .forEach(item -> chapters.merge(item.number().chapter(), item.max(), BigDecimal::add));
        return chapters;
    }

    /** The maximum of all. */
    BigDecimal max() {
        return exercises.values().stream().map(Item::max).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
