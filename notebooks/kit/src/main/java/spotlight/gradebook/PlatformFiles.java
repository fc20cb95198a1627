package spotlight.gradebook;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code moodle.csv} for an assignment's "Upload grading worksheet" and {@code canvas.csv} for the gradebook's
 * "Import". A file is
 * written only if some student has an id of that platform; those who have none are left out of it and named.
 */
final class PlatformFiles {
    /** The columns of Moodle's grading worksheet; it needs Identifier, Grade and Last modified (grade). */
    static final List<String> MOODLE = List.of("Identifier", "Full name", "Email address", "Status", "Grade",
            "Maximum Grade", "Grade can be changed", "Last modified (submission)", "Last modified (grade)",
            "Feedback comments");
    /** The columns that Canvas documents before the assignments. */
    static final List<String> CANVAS = List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section");

    private final Course course;
    private final GradebookOptions options;

    PlatformFiles(Course course, GradebookOptions options) {
        this.course = course;
        this.options = options;
    }

    /** Writes both, as far as they apply; returns what to log. */
    List<String> write(Path folder, List<Grade> grades) {
        List<String> log = new ArrayList<>();
        log.addAll(write(folder.resolve("moodle.csv"), grades, "moodle.participant", moodle(grades)));
        log.addAll(write(folder.resolve("canvas.csv"), grades, "canvas.user", canvas(grades)));
        return log;
    }

    private static List<String> write(Path file, List<Grade> grades, String key, SafeCsv csv) {
        List<String> without = grades.stream().filter(grade -> !has(grade, key)).map(Grade::id).toList();
        if (without.size() == grades.size()) {
            SafeFile.delete(file);
            return List.of();
        }
        csv.write(file, false);
        return without.stream().map(id -> id + ": not in " + file.getFileName() + ", because the hand-in does not say "
                + (key.startsWith("moodle") ? "the Moodle participant number" : "the Canvas user number")).toList();
    }

    private SafeCsv moodle(List<Grade> grades) {
        SafeCsv csv = new SafeCsv(MOODLE);
        grades.stream().filter(grade -> has(grade, "moodle.participant")).forEach(grade -> {
            Map<String, String> ids = grade.submission().platform();
            csv.add(List.of("Participant " + ids.get("moodle.participant"), SafeCsv.text(grade.submission().name()),
                    SafeCsv.text(ids.getOrDefault("moodle.email", "")), "", SafeCsv.number(scaled(grade.result())),
                    SafeCsv.number(max()), "Yes", "", "", SafeCsv.text(comment(grade))));
        });
        return csv;
    }

    private SafeCsv canvas(List<Grade> grades) {
        List<String> header = new ArrayList<>(CANVAS);
        header.add(SafeCsv.text(options.title()));
        SafeCsv csv = new SafeCsv(header);
        csv.add(List.of("    Points Possible", "", "", "", "", SafeCsv.number(max())));
        grades.stream().filter(grade -> has(grade, "canvas.user")).forEach(grade -> {
            Map<String, String> ids = grade.submission().platform();
            csv.add(List.of(SafeCsv.text(grade.submission().name()), ids.get("canvas.user"),
                    SafeCsv.text(ids.getOrDefault("canvas.sis", "")),
                    SafeCsv.text(ids.getOrDefault("canvas.login", "")),
                    SafeCsv.text(ids.getOrDefault("canvas.section", "")), SafeCsv.number(scaled(grade.result()))));
        });
        return csv;
    }

    private static boolean has(Grade grade, String key) {
        return grade.submission().platform().getOrDefault(key, "").matches("\\d{1,18}");
    }

    private BigDecimal max() {
        return options.outOf().signum() == 0 ? course.max() : options.outOf();
    }

    private BigDecimal scaled(BigDecimal points) {
        return options.outOf().signum() == 0 ? points : Decimal.share(options.outOf(), points, course.max());
    }

    /** Moodle shows comments as HTML. */
    private String comment(Grade grade) {
        String chapters = course.chapters().entrySet().stream().map(chapter -> String.format(Locale.ROOT,
                "chapter %02d: %s of %s", chapter.getKey(),
                Decimal.text(grade.chapters().getOrDefault(chapter.getKey(), BigDecimal.ZERO)),
                Decimal.text(chapter.getValue()))).collect(Collectors.joining(", "));
        return Html.escape(Decimal.of(grade.result(), grade.max()) + ". " + chapters + "."
                + (grade.deduction().signum() == 0
                        ? ""
                        : " Late by " + Deadline.text(grade.late()) + ": " + Decimal.points(grade.deduction())
                                + " off."));
    }
}
