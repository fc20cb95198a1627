package spotlight.grader.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import spotlight.grader.ExerciseFiles;
import spotlight.grader.ExerciseNumber;

/**
 * The sources that everybody is graded with, by class name.
 *
 * @param stubs     the kit's
 * @param tests     the kit's and the instructor's; of the same name the instructor's
 * @param testsOf   names of the test classes of each stub
 */
record KitSources(SortedMap<String, String> stubs, SortedMap<String, String> tests,
        SortedMap<String, List<String>> testsOf) {

    /**
     * Reads them.
     *
     * @param hidden the instructor's folder, {@code ch02/OneWeightTest.java}
     * @throws GradingException if a file is not where it should be
     */
    static KitSources read(Path home, Optional<Path> hidden) {
        SortedMap<String, String> stubs = sources(home.resolve("exercises/src/main/java"), "");
        SortedMap<String, String> tests = sources(home.resolve("exercises/src/test/java"), "");
        SortedMap<String, List<String>> testsOf = new TreeMap<>();
        SortedMap<ExerciseNumber, String> stubOf = new TreeMap<>();
        for (ExerciseFiles exercise : ExerciseFiles.all(home)) {
            testsOf.put(exercise.className(), new ArrayList<>(List.of(exercise.className() + "Test")));
            stubOf.put(exercise.number(), exercise.className());
            if (!stubs.containsKey(exercise.className())) {
                throw new GradingException(exercise.stubPath() + " is missing",
                        "git checkout " + exercise.stubPath() + " brings the stub back");
            }
        }
        if (testsOf.isEmpty()) {
            throw new GradingException("there are no exercises in " + home.resolve("exercises"),
                    "start ./lab in a clone of the course");
        }
        hidden.ifPresent(folder -> add(folder, tests, testsOf, stubOf));
        return new KitSources(stubs, tests, testsOf);
    }

    private static void add(Path folder, Map<String, String> tests, Map<String, List<String>> testsOf,
            Map<ExerciseNumber, String> stubOf) {
        if (!Files.isDirectory(folder)) {
            throw new GradingException("--tests " + folder + ": there is no such folder",
                    "name the folder that holds your tests as ch02/OneWeightTest.java");
        }
        SortedMap<String, String> own = sources(folder, "spotlight.");
        if (own.isEmpty()) {
            throw new GradingException("--tests " + folder + ": there is no test in it",
                    "put your tests into folders for the chapters, as ch02/OneWeightTest.java");
        }
        own.forEach((name, source) -> {
            boolean replaces = tests.put(name, source) != null;
            ExerciseFiles.titleIn(source).filter(title -> !replaces).ifPresent(title -> {
                String stub = stubOf.get(ExerciseNumber.of(title));
                if (stub == null) {
                    throw new GradingException("--tests " + folder + ": " + name + " is for exercise \"" + title
                            + "\", which the course does not have", "give it the number of an exercise of the course");
                }
                testsOf.get(stub).add(name);
            });
        });
    }

    /** The sources of chapters below a folder, by class name. @param prefix of names that do not begin with spotlight */
    static SortedMap<String, String> sources(Path folder, String prefix) {
        SortedMap<String, String> sources = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                String name = path.replaceFirst("\\.java$", "").replace('/', '.');
                String className = name.startsWith("spotlight.") ? name : prefix + name;
                if (path.endsWith(".java") && className.matches("spotlight\\.ch\\d\\d\\.[\\w-]+")) {
                    sources.put(className, Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
        }
        return sources;
    }
}
