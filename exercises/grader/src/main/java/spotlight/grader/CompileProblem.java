package spotlight.grader;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the error that the Eclipse compiler leaves in a class it could not compile: its methods throw
 * {@code java.lang.Error: Unresolved compilation problem}, and the stack frame's line is that of the first problem.
 */
final class CompileProblem {
    private static final String MARK = "Unresolved compilation problem";

    private CompileProblem() {
    }

    /** {@code OneWeight.java does not compile: line 12: Type mismatch: …}, or empty when it is no such error. */
    static Optional<String> of(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof Error && at.getMessage() != null && at.getMessage().contains(MARK)) {
                return Optional.of(text(at));
            }
        }
        return Optional.empty();
    }

    /** Whether a diagnosis came from here: then a hint about the task would be beside the point. */
    static boolean isDescribedBy(String diagnosis) {
        return diagnosis.contains(" does not compile: ");
    }

    private static String text(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        String problems = error.getMessage().substring(error.getMessage().indexOf(MARK)).lines().skip(1)
                .map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("; "));
        if (trace.length == 0 || trace[0].getFileName() == null) {
            return "a file does not compile: " + problems;
        }
        String file = trace[0].getFileName();
        boolean inTest = file.endsWith("Test.java");
        Optional<String> inStub = inTest || problems.isEmpty()
                ? StubProblem.behind(trace[0].getClassName())
                : Optional.empty();
        if (inStub.isPresent()) {
            return inStub.get();
        }
        if (problems.isEmpty()) {
            return file
                    + " does not compile: look at its imports and declarations; the compiler's own message is at the "
                    + "beginning of the build's output";
        }
        return file + " does not compile: line " + trace[0].getLineNumber() + ": " + problems
                + (inTest ? " (has a name or a parameter of your class changed?)" : "");
    }
}
