package spotlight.gradebook;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spotlight.grader.ExerciseResult;
import spotlight.grader.MethodResult;
import spotlight.grader.Problem;
import spotlight.grader.Status;
import spotlight.grader.batch.ExerciseOutcome;
import spotlight.grader.batch.ExerciseOutcome.Kind;
import spotlight.grader.batch.SubmissionResult;
import spotlight.grader.handin.Submission;

/** Results of a small class, built piece by piece: exercises 2.1 (5 points), 2.10 (3 points) and 3.1 (2 points). */
final class SampleClass {
    static final String UNSCALED = "the scores are too large by exactly sqrt(headDim): the scaling is missing";

    private final String id;
    private String name;
    private Map<String, String> platform = Map.of();
    private Optional<Instant> handedIn = Optional.empty();
    private final List<ExerciseOutcome> outcomes = new ArrayList<>();
    private List<String> remarks = List.of();

    private SampleClass(String id) {
        this.id = id;
        name = id;
    }

    static SampleClass student(String id) {
        return new SampleClass(id);
    }

    /** All points. */
    static SubmissionResult right(String id) {
        return student(id).graded("2.1 One attention weight", 3, 2).graded("2.10 Many weights", 3)
                .graded("3.1 A mask", 2).result();
    }

    /** 2.1 lacks 2 points with a message, 2.10 does not compile, 3.1 is untouched. */
    static SubmissionResult half(String id) {
        return student(id).wrong("2.1 One attention weight", 3, 2, UNSCALED)
                .broken("2.10 Many weights", 3).untouched("3.1 A mask", 2).result();
    }

    SampleClass name(String newName) {
        name = newName;
        return this;
    }

    SampleClass platform(Map<String, String> ids) {
        platform = ids;
        return this;
    }

    SampleClass handedIn(String moment) {
        handedIn = Optional.of(Instant.parse(moment));
        return this;
    }

    SampleClass remarks(String... texts) {
        remarks = List.of(texts);
        return this;
    }

    SampleClass graded(String title, int... points) {
        List<MethodResult> methods = new ArrayList<>();
        for (int max : points) {
            methods.add(new MethodResult("weighs by hand", max, Status.PASSED, "", "What grows with headDim?"));
        }
        return add(title, methods, Kind.GRADED, "", List.of(), "");
    }

    SampleClass wrong(String title, int earned, int lost, String message) {
        return add(title, List.of(new MethodResult("weighs by hand", earned, Status.PASSED, "", "Look at the formula."),
                new MethodResult("weighs by scaled dot product", lost, Status.FAILED, message,
                        "What grows with headDim?")),
                Kind.GRADED, "", List.of(), "");
    }

    SampleClass broken(String title, int max) {
        return add(title, none(max), Kind.DOES_NOT_COMPILE, "ManyWeights.java does not compile.",
                List.of(new Problem("ManyWeights.java", 12, 15, "';' expected", "        int x = 1")), "");
    }

    SampleClass ended(String title, int max, String reason, String printed) {
        return add(title, none(max), Kind.ENDED, reason, List.of(), printed);
    }

    SampleClass notAllowed(String title, int max, String message) {
        return add(title, none(max), Kind.NOT_ALLOWED, "It uses what a submission may not use.",
                List.of(new Problem("OneWeight.java", 7, 0, message, "")), "");
    }

    SampleClass untouched(String title, int max) {
        return add(title, none(max), Kind.UNTOUCHED, "", List.of(), "");
    }

    SubmissionResult result() {
        return new SubmissionResult(new Submission(id, name, platform, Path.of("/secret/place", id), handedIn),
                outcomes, remarks);
    }

    private static List<MethodResult> none(int max) {
        return List.of(new MethodResult("weighs by hand", max, Status.NOT_ATTEMPTED, "", "Look at the formula."));
    }

    private SampleClass add(String title, List<MethodResult> methods, Kind kind, String reason, List<Problem> problems,
            String printed) {
        outcomes.add(new ExerciseOutcome(new ExerciseResult(title, methods), kind, reason, problems, printed));
        return this;
    }
}
