package spotlight.grader.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import spotlight.grader.MethodResult;
import spotlight.grader.Problem;
import spotlight.grader.Status;
import spotlight.grader.batch.Batch;
import spotlight.grader.batch.BatchListener;
import spotlight.grader.batch.BatchOptions;
import spotlight.grader.batch.ExerciseOutcome;
import spotlight.grader.batch.SubmissionResult;
import spotlight.grader.handin.Intake;
import spotlight.grader.handin.Submission;
import spotlight.grader.handin.Submissions;
import spotlight.grader.sandbox.Confinement;
import spotlight.grader.sandbox.CourseFence;

/** Grades the hostile submissions, honest ones between them, and holds what becomes of them against what must. */
public final class HostileRun {
    /** A submission, and what is wrong with how it went; empty if nothing. */
    public record Row(Hostile hostile, SubmissionResult result, List<String> wrong) {
        /** The row in one line. */
        public String text() {
            ExerciseOutcome outcome = result.exercises().get(0);
            String reason = words(result).lines().filter(line -> !line.isBlank()).findFirst().orElse("");
            return String.format("%-40.40s %-16s %s", hostile.place().replaceAll("\\p{C}", "?"), outcome.kind(),
                    reason.substring(0, Math.min(110, reason.length())).replaceAll("\\p{C}", "?"));
        }
    }

    private static final List<String> HONEST = List.of("aaa-honest", "mmm-honest", "zzz-honest");

    private final Path home;
    private final BatchOptions options;
    private final List<String> wrong = new ArrayList<>();

    /** @param options limits; only exercise 2.1 is graded */
    public HostileRun(Path home, BatchOptions options) {
        this.home = home;
        this.options = options.withOnly(List.of("2.1"));
    }

    /** What was wrong with the whole: a changed file, a port reached, an honest submission that lost points. */
    public List<String> wrong() {
        return wrong;
    }

    /**
     * Grades them.
     *
     * @param folder empty, for all that is written
     * @param wanted which to grade
     */
    public List<Row> run(Path folder, java.util.function.Predicate<Hostile> wanted, BatchListener listener)
            throws IOException, InterruptedException {
        Path submissions = folder.resolve("submissions");
        Path outside = folder.resolve("outside");
        try (Surroundings surroundings = new Surroundings()) {
            List<Hostile> hostile = HostileSubmissions.write(submissions, outside, surroundings.port());
            for (String name : HONEST) {
                Path stub = submissions.resolve(name).resolve(HostileArchives.STUB);
                Files.createDirectories(stub.getParent());
                Files.copy(home.resolve("solutions/src/main/java/spotlight/ch02/OneWeight.java"), stub);
            }
            List<Path> watched = List.of(submissions, outside, home.resolve("exercises/src"),
                    home.resolve("solutions/src"));
            Map<String, String> before = Surroundings.picture(watched);
            Map<String, SubmissionResult> results = grade(submissions, folder.resolve("out"),
                    hostile.stream().filter(wanted).map(Hostile::place).toList(), listener);
            changes(before, Surroundings.picture(watched));
            if (surroundings.knocks() > 0) {
                wrong.add("the port was reached " + surroundings.knocks() + " times");
            }
            return hostile.stream().filter(wanted).map(each -> row(each, results)).toList();
        }
    }

    private Map<String, SubmissionResult> grade(Path submissions, Path out, List<String> wanted,
            BatchListener listener) throws IOException, InterruptedException {
        List<Submission> chosen = Submissions.find(submissions).stream()
                .filter(each -> wanted.contains(place(each)) || HONEST.contains(place(each))).toList();
        Batch batch = new Batch(home, out, options, new CourseFence(home, Confinement.best()), Intake::open);
        Map<String, SubmissionResult> results = new HashMap<>();
        for (SubmissionResult result : batch.run(chosen, listener)) {
            String place = place(result.submission());
            results.put(place, result);
            if (HONEST.contains(place) && result.points() != result.max()) {
                wrong.add(place + " has " + result.points() + " of " + result.max() + " points: " + words(result));
            }
        }
        return results;
    }

    private static String place(Submission submission) {
        return submission.place().getFileName().toString();
    }

    private void changes(Map<String, String> before, Map<String, String> after) {
        Stream.concat(before.keySet().stream(), after.keySet().stream()).distinct()
                .filter(file -> !before.getOrDefault(file, "").equals(after.getOrDefault(file, "")))
                .forEach(file -> wrong.add(file + " was changed"));
    }

    private static Row row(Hostile hostile, Map<String, SubmissionResult> results) {
        SubmissionResult result = results.get(hostile.place());
        if (result == null) {
            throw new AssertionError(hostile.place() + " has no row");
        }
        List<String> wrong = new ArrayList<>();
        ExerciseOutcome outcome = result.exercises().get(0);
        if (result.points() != 0) {
            wrong.add("it has " + result.points() + " points");
        }
        if (!hostile.kinds().contains(outcome.kind())) {
            wrong.add("it ended as " + outcome.kind() + ", not as " + hostile.kinds());
        }
        String words = words(result);
        if (!words.contains(hostile.reason())) {
            wrong.add("nobody reads \"" + hostile.reason() + "\", but: " + words);
        }
        if (words.isBlank()) {
            wrong.add("nobody reads why");
        }
        if (words.length() > 100_000 || outcome.printed().length() > 100_000) {
            wrong.add("its row holds " + (words.length() + outcome.printed().length()) + " letters");
        }
        return new Row(hostile, result, wrong);
    }

    private static String words(MethodResult method) {
        return method.status() == Status.NOT_ATTEMPTED ? method.status().text() : method.message();
    }

    /** All that student and instructor read about it. */
    private static String words(SubmissionResult result) {
        ExerciseOutcome outcome = result.exercises().get(0);
        return Stream.of(outcome.problems().stream().map(Problem::text), Stream.of(outcome.reason()),
                result.remarks().stream(), outcome.result().methods().stream().map(HostileRun::words))
                .flatMap(each -> each).collect(Collectors.joining("\n"));
    }
}
