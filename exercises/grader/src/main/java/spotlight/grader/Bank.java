package spotlight.grader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import spotlight.grader.SourceCompiler.Compiled;
import spotlight.grader.SourceCompiler.Source;

/**
 * Proves that a test names the mistakes it should: puts each wrong answer in the place of the solution, in memory, and
 * runs the test on it.
 */
public final class Bank {
    private final SourceCompiler compiler;
    private final ExerciseRun run = new ExerciseRun();
    private final ClassLoader solutions;
    private final Map<String, Optional<Script>> scripts = new HashMap<>();

    /** @param solutions loader of the solutions and their tests */
    public Bank(ClassLoader solutions) {
        this.solutions = solutions;
        this.compiler = new SourceCompiler(ClassPath.ofThisProgram(), List.of());
    }

    /** The wrong answers in a bank file. */
    public static List<WrongAnswer> read(Path file) throws IOException {
        try {
            return WrongAnswer.parse(Files.readAllLines(file));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(file.getFileName() + ": " + malformed.getMessage(), malformed);
        }
    }

    /**
     * The message with which the test refuses a wrong answer.
     *
     * @param className the class that holds the answer; its test is the class of the same name with {@code Test}
     * @param solution  source of the right answer
     * @throws AssertionError if the answer cannot be made, passes, or fails with other messages
     */
    public String messageFor(String className, String solution, WrongAnswer wrong) throws ClassNotFoundException {
        Compiled compiled = compiler.compile(new Source(className, apply(className, solution, wrong)));
        if (!compiled.problems().isEmpty()) {
            throw problem(className, wrong, "does not compile: " + compiled.problems().get(0).text());
        }
        List<String> messages = messages(className, compiled.classes());
        if (messages.isEmpty()) {
            throw problem(className, wrong, "passes all tests");
        }
        return messages.stream().filter(message -> message.contains(wrong.names())).findFirst()
                .orElseThrow(() -> problem(className, wrong,
                        "fails, but no message says \"" + wrong.names() + "\". They say:\n  "
                                + String.join("\n  ", messages)));
    }

    private List<String> messages(String className, Map<String, byte[]> classes) throws ClassNotFoundException {
        String chapter = className.substring(0, className.lastIndexOf('.') + 1);
        ClassLoader isolated = new IsolatedLoader(classes, solutions, name -> name.startsWith(chapter));
        Class<?> test = Class.forName(className + "Test", false, isolated);
        List<ExerciseResult> results = run.run(test);
        Optional<String> difference = replayed(test, results);
        if (difference.isPresent()) {
            throw new AssertionError(difference.get());
        }
        return results.stream().flatMap(result -> result.methods().stream())
                .filter(method -> method.status() != Status.PASSED).map(MethodResult::message).distinct()
                .collect(Collectors.toList());
    }

    /** What {@code ./lab grade} finds without JUnit, if that is something else. */
    private Optional<String> replayed(Class<?> test, List<ExerciseResult> results) {
        return scripts.computeIfAbsent(test.getName(), name -> run.record(test))
                .map(script -> List.of(ExerciseRun.replay(test, script)))
                .filter(again -> !again.equals(results) && !withoutNumbers(again).equals(withoutNumbers(results)))
                .map(again -> "JUnit finds " + results + ", the same calls without it " + again);
    }

    /** Messages without numbers: those of an answer that draws random ones differ from run to run. */
    private static List<ExerciseResult> withoutNumbers(List<ExerciseResult> results) {
        return results.stream().map(result -> new ExerciseResult(result.title(), result.methods().stream()
                .map(one -> new MethodResult(one.name(), one.max(), one.status(),
                        one.message().replaceAll("\\d+", "0"), one.hint()))
                .toList())).toList();
    }

    private static String apply(String className, String solution, WrongAnswer wrong) {
        try {
            return wrong.applyTo(solution);
        } catch (IllegalArgumentException misfit) {
            throw problem(className, wrong, "cannot be made: " + misfit.getMessage());
        }
    }

    private static AssertionError problem(String className, WrongAnswer wrong, String what) {
        String bankFile = className.replaceFirst("spotlight\\.", "").replace('.', '/') + ".txt:" + wrong.line();
        return new AssertionError(bankFile + ": the wrong answer \"" + wrong.title() + "\" " + what);
    }
}
