package spotlight.lab;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import spotlight.grader.ExerciseFiles;
import spotlight.grader.ExerciseResult;
import spotlight.grader.MethodResult;
import spotlight.grader.Problem;
import spotlight.grader.Status;
import spotlight.grader.batch.ExerciseOutcome;
import spotlight.grader.batch.ExerciseOutcome.Kind;
import spotlight.grader.batch.SubmissionResult;
import spotlight.grader.handin.Submission;

/** Results of an invented class on the real exercises: mostly right, some wrong, some of all that can go wrong. */
final class GeneratedClass {
    private static final List<String> FIRST = List.of("Ada", "Grace", "Edsger", "Barbara", "Alan", "Katherine", "李",
            "Zoë",
            "محمد", "Wisława", "Niklaus", "Frances");
    private static final List<String> LAST = List.of("Okafor", "Lindqvist", "García Márquez", "Nguyễn", "O'Hara",
            "von der Heide-Schmidt", "明", "Kowalski");
    private static final List<String> MISTAKES = List.of(
            "the scores are too large by exactly sqrt(headDim): the scaling is missing",
            "row sums are 1 along the wrong axis", "position 2 sees position 3: the future leaks",
            "weights[1,2]: expected 0.2689, got 0.5000\nexpected [[0.73 0.27] [0.50 0.50]]\ngot      [[0.50 0.50] "
                    + "[0.50 0.50]]");

    private final Random random = new Random(7);
    private final List<ExerciseFiles> exercises;

    GeneratedClass(Path home) {
        exercises = ExerciseFiles.all(home);
    }

    List<SubmissionResult> students(int count) {
        List<SubmissionResult> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            results.add(student(String.format("s%04d", 1000 + i)));
        }
        return results;
    }

    private SubmissionResult student(String id) {
        double skill = Math.min(1, Math.max(0.03, 0.72 + 0.24 * random.nextGaussian()));
        List<ExerciseOutcome> outcomes = new ArrayList<>();
        exercises.forEach(files -> outcomes.add(outcome(files, skill)));
        String name = FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size()));
        Instant handedIn = Instant.parse("2026-12-01T19:30:00Z").plusSeconds((long) (random.nextGaussian() * 9_000));
        return new SubmissionResult(new Submission(id, name, Map.of(), Path.of(id), Optional.of(handedIn)), outcomes,
                random.nextInt(25) == 0
                        ? List.of("Makefile and 3 more files are no stubs and were left out")
                        : List.of());
    }

    private ExerciseOutcome outcome(ExerciseFiles files, double skill) {
        double draw = random.nextDouble();
        double hard = skill - 0.012 * files.number().chapter() - (files.number().index() == 4 ? 0.15 : 0);
        if (draw < hard) {
            return outcome(files, Status.PASSED, "", Kind.GRADED, "", List.of(), "");
        }
        if (draw < hard + 0.18) {
            return outcome(files, Status.FAILED,
                    MISTAKES.get((files.number().index() + (int) (draw * 9)) % MISTAKES.size()),
                    Kind.GRADED, "", List.of(), random.nextInt(3) == 0 ? "q = [0.5, 1.0]\nk = [1.0, 0.0]\n" : "");
        }
        if (random.nextInt(40) == 0) {
            return outcome(files, Status.NOT_ATTEMPTED, "", Kind.DOES_NOT_COMPILE,
                    files.stubName() + " does not compile.",
                    List.of(new Problem(files.stubName(), 14, 31, "';' expected",
                            "        float scale = 1 / (float) Math.sqrt(k.size(-1)) // why is this line "
                                    + "so long that it does not fit on a phone?")),
                    "");
        }
        if (random.nextInt(300) == 0) {
            return outcome(files, Status.NOT_ATTEMPTED, "", Kind.NOT_ALLOWED, "It uses what a submission may not use.",
                    List.of(new Problem(files.stubName(), 9, 0, "java.net.Socket is not allowed", "")), "");
        }
        if (random.nextInt(300) == 0) {
            return outcome(files, Status.TIMED_OUT, "it did not finish within 20 s: is there an endless loop?",
                    Kind.ENDED,
                    "It took more than 20 s of processor time.", List.of(), "step 1\n".repeat(2000));
        }
        return outcome(files, Status.NOT_ATTEMPTED, "", Kind.UNTOUCHED, "", List.of(), "");
    }

    private static ExerciseOutcome outcome(ExerciseFiles files, Status last, String message, Kind kind, String reason,
            List<Problem> problems, String printed) {
        boolean run = kind == Kind.GRADED;
        return new ExerciseOutcome(new ExerciseResult(files.title(), List.of(
                new MethodResult("weighs a hand computed example", 3, run ? Status.PASSED : Status.NOT_ATTEMPTED, "",
                        "Compare with the table."),
                new MethodResult("works for every size", 2, last, message,
                        "Which number keeps the scores from growing with headDim?"))),
                kind, reason, problems, printed);
    }
}
