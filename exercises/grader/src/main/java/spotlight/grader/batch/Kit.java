package spotlight.grader.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import spotlight.grader.ExerciseNumber;

/**
 * What everybody is graded with: the kit's stubs and tests and the instructor's tests, compiled once.
 *
 * @param folder    holds the class files
 * @param key       stands for all that decides results but a submission: sources, classes, options
 * @param exercises all of them, by number
 */
record Kit(Path folder, String key, List<ExercisePlan> exercises) {
    static final String STUBS = "stubs";
    static final String TESTS = "tests";
    /** The tests and their methods, in the order of the source. */
    static final String ORDER = "order.properties";
    /** The classes of lib, grader and tests. */
    static final String JAR = "kit.jar";

    Kit {
        exercises = List.copyOf(exercises);
    }

    /** Names of the classes that are handed in. */
    Set<String> stubs() {
        Set<String> stubs = new TreeSet<>();
        exercises.forEach(exercise -> stubs.add(exercise.stub()));
        return stubs;
    }

    /** Class files of the kit's own stubs, by class name: what a submission does not have. */
    SortedMap<String, byte[]> ownClasses() {
        return classesIn(folder.resolve(STUBS));
    }

    /** Class files below a folder, by class name. */
    static SortedMap<String, byte[]> classesIn(Path stubs) {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(stubs)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                String name = stubs.relativize(file).toString().replace('\\', '/').replace('/', '.');
                classes.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + stubs, e);
        }
        return classes;
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
