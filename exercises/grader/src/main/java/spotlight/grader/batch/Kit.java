package spotlight.grader.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import spotlight.grader.ExerciseNumber;

/**
 * What everybody is graded with: the kit's stubs and tests and the instructor's tests, compiled once.
 *
 * @param folder    holds the class files
 * @param key       stands for all that decides results but a submission: sources, classes, options
 * @param exercises all of them, by number
 */
record Kit(Path folder, String key, List<ExercisePlan> exercises) {
    static final String ORDER = "order.properties";

    Kit {
        exercises = List.copyOf(exercises);
    }

    /** Names of the classes that are handed in. */
    Set<String> stubs() {
        Set<String> stubs = new TreeSet<>();
        exercises.forEach(exercise -> stubs.add(exercise.stub()));
        return stubs;
    }

    /**
     * The exercises that are graded.
     *
     * @param only numbers ({@code 2.1}) and chapters ({@code ch02}); empty for all
     * @throws IllegalArgumentException if one of them is nothing
     */
    List<ExercisePlan> chosen(List<String> only) {
        if (only.isEmpty()) {
            return exercises;
        }
        SortedMap<ExerciseNumber, ExercisePlan> chosen = new TreeMap<>();
        for (String each : only) {
            Predicate<ExerciseNumber> fits = number -> each.equals(number.toString()) || each.equals(number.tag());
            List<ExercisePlan> found = exercises.stream().filter(one -> fits.test(number(one))).toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("there is no exercise and no chapter " + each
                        + ": 2.1 is an exercise, ch02 a chapter");
            }
            found.forEach(one -> chosen.put(number(one), one));
        }
        return List.copyOf(chosen.values());
    }

    static ExerciseNumber number(ExercisePlan exercise) {
        return ExerciseNumber.of(exercise.nothing().title());
    }
}
