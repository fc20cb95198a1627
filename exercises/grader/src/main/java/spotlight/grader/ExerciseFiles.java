package spotlight.grader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where one exercise is: found by reading the test sources, without compiling anything.
 *
 * @param title     number and title, {@code "2.1 One attention weight"}
 * @param className the stub's class, {@code spotlight.ch02.OneWeight}
 * @param home      the course folder
 */
public record ExerciseFiles(String title, String className, Path home) {
    private static final Pattern ANNOTATION = Pattern.compile("@Exercise\\(\\s*(?:value\\s*=\\s*)?\"([^\"]+)\"");

    /** The stub as a path below the course folder, with slashes: {@code exercises/src/main/java/…/OneWeight.java}. */
    public String stubPath() {
        return "exercises/src/main/java/" + className.replace('.', '/') + ".java";
    }

    /** {@code OneWeight.java} */
    public String stubName() {
        return className.substring(className.lastIndexOf('.') + 1) + ".java";
    }

    /** The learner's file. */
    public Path stub() {
        return home.resolve(stubPath());
    }

    /** The test's source. */
    public Path test() {
        return home.resolve("exercises/src/test/java").resolve(className.replace('.', '/') + "Test.java");
    }

    /** {@code 2.1} */
    public ExerciseNumber number() {
        return ExerciseNumber.of(title);
    }

    /** The text of a file of this exercise. @throws UncheckedIOException if it cannot be read */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    /**
     * The exercise with this number.
     *
     * @param number for instance {@code "2.1"}
     * @throws IllegalArgumentException if there is none, naming those that the chapter has
     */
    public static ExerciseFiles find(Path home, String number) {
        ExerciseNumber wanted = ExerciseNumber.of(number);
        List<ExerciseFiles> chapter = all(home).stream()
                .filter(files -> files.number().chapter() == wanted.chapter()).toList();
        return chapter.stream().filter(files -> files.number().equals(wanted)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no exercise " + wanted + "; chapter "
                        + wanted.chapter() + " has " + (chapter.isEmpty()
                                ? "none"
                                : chapter.stream()
                                        .map(files -> files.number().toString()).collect(Collectors.joining(", ")))));
    }

    /** The title that the source of a test gives its exercise, {@code "2.1 One attention weight"}; empty for a helper. */
    public static Optional<String> titleIn(String testSource) {
        Matcher matcher = ANNOTATION.matcher(testSource);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** All exercises of the course, sorted by number. */
    public static List<ExerciseFiles> all(Path home) {
        Path tests = home.resolve("exercises/src/test/java");
        List<ExerciseFiles> found = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(tests)) {
            tree.filter(file -> file.toString().endsWith("Test.java")).forEach(file -> {
                Optional<String> title = titleIn(read(file));
                if (title.isPresent()) {
                    String path = tests.relativize(file).toString().replace('\\', '/');
                    String className = path.substring(0, path.length() - "Test.java".length()).replace('/', '.');
                    found.add(new ExerciseFiles(title.get(), className, home));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the tests of the exercises: " + e.getMessage(), e);
        }
        found.sort(Comparator.comparing(ExerciseFiles::number));
        return found;
    }
}
