package spotlight.grader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import spotlight.grader.SourceCompiler.Source;

/**
 * Asks javac what is wrong with a stub. Needed when the Eclipse compiler's message is lost (an error outside the methods)
 * or shows only in the test, which cannot find a class that was not compiled.
 */
final class StubProblem {
    private static final Map<Path, Optional<String>> KNOWN = new ConcurrentHashMap<>();

    private StubProblem() {
    }

    /**
     * {@code OneWeight.java does not compile: line 3: …}, or empty when the stub is fine or not found.
     *
     * @param className the stub's class or its test's
     */
    static Optional<String> behind(String className) {
        String stub = className.replaceFirst("\\$.*", "").replaceFirst("Test$", "");
        return Home.find().map(home -> home.resolve("exercises/src/main/java"))
                .flatMap(sources -> behind(sources, stub));
    }

    private static Optional<String> behind(Path sources, String stub) {
        Path file = sources.resolve(stub.replace('.', '/') + ".java");
        return Files.isRegularFile(file)
                ? KNOWN.computeIfAbsent(file, key -> compile(sources, stub, key))
                : Optional.empty();
    }

    static Optional<String> compile(Path sources, String stub, Path file) {
        return new SourceCompiler(ClassPath.ofTests(), List.of(sources))
                .compile(new Source(stub, ExerciseFiles.read(file))).problems().stream().findFirst()
                .map(problem -> problem.file() + " does not compile: line " + problem.line() + ": "
                        + problem.message().replaceAll("\\s*\\n\\s*", ", "));
    }
}
