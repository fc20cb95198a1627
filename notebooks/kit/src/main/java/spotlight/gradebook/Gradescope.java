package spotlight.gradebook;

import com.google.gson.GsonBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spotlight.grader.ExerciseNumber;
import spotlight.grader.MethodResult;
import spotlight.grader.Status;
import spotlight.grader.batch.ExerciseOutcome;
import spotlight.grader.batch.ExerciseOutcome.Kind;
import spotlight.grader.batch.SubmissionResult;

/**
 * What Gradescope reads after its autograder has run, {@code results.json}: a test case for each test method, with its points,
 * the named mistake and the hint. Gradescope adds the points up. The late rule, weights and overrides of a gradebook do not
 * enter: Gradescope has its own.
 */
public final class Gradescope {
    private static final int MOST_TEXT = 4_000;
    private static final int MOST_PROBLEMS = 5;

    private final Shown shown;

    /** When students see the test cases; the names are the specification's. */
    public enum Shown {
        /** At once. */
        VISIBLE("visible"),
        /** Never. */
        HIDDEN("hidden"),
        /** Once nobody can hand in any more. */
        AFTER_DUE_DATE("after_due_date"),
        /** Once the instructor publishes the grades. */
        AFTER_PUBLISHED("after_published");

        private final String value;

        Shown(String value) {
            this.value = value;
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** @param shown when students see the test cases */
    public Gradescope(Shown shown) {
        this.shown = shown;
    }

    /**
     * Writes the file as a whole, or not at all.
     *
     * @param file {@code results.json}
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void write(Path file, SubmissionResult result) {
        SafeFile.write(file.toAbsolutePath(), json(result).getBytes(StandardCharsets.UTF_8));
    }

    /** The text of the file; the same result gives the same text. */
    public String json(SubmissionResult result) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("output", text(String.join("\n", remarks(result))));
        root.put("output_format", "text");
        root.put("test_output_format", "text");
        root.put("test_name_format", "text");
        root.put("visibility", shown.toString());
        // What the autograder prints is for the instructor.
        root.put("stdout_visibility", "hidden");
        List<Object> tests = new ArrayList<>();
        result.exercises().forEach(outcome -> add(tests, outcome));
        root.put("tests", tests);
        return new GsonBuilder().setPrettyPrinting().create().toJson(root) + "\n";
    }

    private static List<String> remarks(SubmissionResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(result.points() + " of " + result.max() + " points");
        result.remarks().forEach(remark -> lines.add("Note: " + remark));
        return lines;
    }

    private static void add(List<Object> tests, ExerciseOutcome outcome) {
        ExerciseNumber number = ExerciseNumber.of(outcome.result().title());
        boolean first = true;
        int position = 0;
        for (MethodResult method : outcome.result().methods()) {
            Map<String, Object> test = new LinkedHashMap<>();
            test.put("name", text(outcome.result().title() + ": " + method.name()));
            test.put("number", number + "." + ++position);
            test.put("score", method.points());
            test.put("max_score", method.max());
            test.put("status", method.status() == Status.PASSED ? "passed" : "failed");
            test.put("output", text(output(outcome, method, first && method.status() != Status.PASSED)));
            test.put("tags", List.of(String.format("ch%02d", number.chapter())));
            first = first && method.status() == Status.PASSED;
            tests.add(test);
        }
    }

    /** @param whole whether this is where what concerns the whole exercise is said */
    private static String output(ExerciseOutcome outcome, MethodResult method, boolean whole) {
        List<String> lines = new ArrayList<>();
        boolean ran = outcome.kind() == Kind.GRADED || outcome.kind() == Kind.ENDED;
        if (!outcome.reason().isBlank() && method.status() != Status.PASSED) {
            lines.add(outcome.reason());
        } else if (!ran || method.status() != Status.PASSED) {
            lines.add(ran ? method.status().text() : words(outcome.kind()));
        }
        if (ran) {
            addUnlessBlank(lines, "", method.message());
            if (method.status() == Status.FAILED || method.status() == Status.TIMED_OUT) {
                addUnlessBlank(lines, "Hint: ", method.hint());
            }
        }
        if (whole) {
            outcome.problems().stream().limit(MOST_PROBLEMS).forEach(problem -> lines.add(problem.text()));
            addUnlessBlank(lines, "Your code printed:\n", outcome.printed());
        }
        return String.join("\n", lines);
    }

    private static void addUnlessBlank(List<String> lines, String before, String text) {
        if (!text.isBlank()) {
            lines.add(before + text.strip());
        }
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case UNTOUCHED, GRADED -> "not attempted";
            case DOES_NOT_COMPILE -> "does not compile";
            case NOT_ALLOWED -> "not allowed";
            case ENDED -> "ended";
            case NOT_RUN -> "not run";
        };
    }

    private static String text(String foreign) {
        return Visible.lines(Visible.cut(foreign, MOST_TEXT));
    }
}
