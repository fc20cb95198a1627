package spotlight.gradebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import spotlight.grader.Problem;
import spotlight.grader.batch.ExerciseOutcome;
import spotlight.grader.batch.SubmissionResult;

/**
 * Writes what a class gets: {@code grades.csv}, {@code grades.json}, {@code class.html}, {@code feedback/ID.html},
 * {@code moodle.csv}, {@code canvas.csv} and {@code log.txt}; and {@code gradebook.json}, the options. Same results
 * and same options, same bytes.
 */
public final class Gradebook {
    /** The page about similar hand-ins; the class page links to it if it is there. */
    public static final String SIMILAR = "similar.html";

    private final ChapterNames chapters;
    private final GradebookOptions options;

    /** @param home the course folder */
    public Gradebook(Path home, GradebookOptions options) {
        chapters = new ChapterNames(home);
        this.options = options;
    }

    /**
     * Writes all files; an error leaves those of an earlier run as they were, or replaces them whole.
     *
     * @param out     the folder of the gradebook; what else lies in it is not touched
     * @param results read twice, one at a time
     * @return the lines of {@code log.txt}
     * @throws GradebookException if an instructor's table or the results are wrong; nothing has been written then
     */
    public List<String> write(Path out, Iterable<SubmissionResult> results) {
        Course course = Course.of(results, table(options.points(), out, "points.csv", PointsTable::read,
                PointsTable.none()));
        Overrides overrides = table(options.overrides(), out, "overrides.csv", Overrides::read, Overrides.none());
        overrides.check(course.ids(), course.maxes(), options.shard());
        Extensions extensions = table(options.extensions(), out, "extensions.csv", Extensions::read,
                Extensions.none());
        extensions.check(course.ids(), options.shard());
        Deadline deadline = new Deadline(options.deadline(), options.grace(), extensions);
        Marking marking = new Marking(course, overrides, deadline, options.late());
        FeedbackPage page = new FeedbackPage(course, options, deadline, chapters);
        ClassStatistics statistics = new ClassStatistics(course);
        List<String> log = new ArrayList<>();
        folder(out.resolve("feedback"));
        try (GradesJson json = new GradesJson(out.resolve("grades.json"), options, course)) {
            for (SubmissionResult result : results) {
                Grade grade = marking.grade(result);
                json.add(grade, result);
                statistics.add(grade, result);
                write(out.resolve("feedback/" + grade.id() + ".html"), page.html(grade, result));
                log.addAll(lines(grade, result));
            }
            json.finish();
        }
        new GradesCsv(course, deadline).write(out.resolve("grades.csv"), statistics.grades());
        log.addAll(new PlatformFiles(course, options).write(out, statistics.grades()));
        Optional<String> similar = Files.exists(out.resolve(SIMILAR)) ? Optional.of(SIMILAR) : Optional.empty();
        write(out.resolve("class.html"), new ClassPage(course, options, chapters, statistics).html(similar));
        write(out.resolve("log.txt"), log.stream().map(line -> line + "\n").collect(Collectors.joining()));
        removeOthers(out.resolve("feedback"), course.ids());
        GradebookSettings.write(out, options);
        return log;
    }

    private static <T> T table(Optional<Path> given, Path out, String name, Function<Path, T> reader, T none) {
        Path usual = out.resolve(name);
        if (given.isPresent() && !Files.exists(given.get())) {
            throw new GradebookException(name + ": there is no file " + given.get());
        }
        return given.isPresent() || Files.exists(usual) ? reader.apply(given.orElse(usual)) : none;
    }

    /** What went wrong with one student, a line each. */
    private static List<String> lines(Grade grade, SubmissionResult result) {
        List<String> endings = Marking.endings(grade.marks().values()); // these have lines of their own, below
        List<String> lines = new ArrayList<>();
        grade.remarks().stream().filter(remark -> !endings.contains(remark))
                .forEach(remark -> lines.add(Visible.line(grade.id() + ": " + remark)));
        for (ExerciseOutcome outcome : result.exercises()) {
            String what = trouble(outcome);
            if (!what.isBlank()) {
                lines.add(Visible.line(grade.id() + " " + outcome.result().number() + ": " + what));
            }
        }
        return lines;
    }

    private static String trouble(ExerciseOutcome outcome) {
        List<Problem> problems = outcome.problems();
        String first = problems.isEmpty() ? "" : place(problems.get(0));
        return (outcome.reason() + " " + first).strip()
                + (problems.size() > 1 ? " (and " + (problems.size() - 1) + " more)" : "");
    }

    private static String place(Problem problem) {
        return problem.file() + (problem.line() > 0 ? ":" + problem.line() : "") + ": " + problem.message();
    }

    private static void write(Path file, String text) {
        SafeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void folder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
    }

    /** Pages of students who are no longer in the class would look like grades. */
    private static void removeOthers(Path feedback, Set<String> ids) {
        try (Stream<Path> pages = Files.list(feedback)) {
            pages.filter(page -> page.toString().endsWith(".html"))
                    .filter(page -> !ids.contains(page.getFileName().toString().replaceFirst("\\.html$", "")))
                    .forEach(SafeFile::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + feedback, e);
        }
    }
}
