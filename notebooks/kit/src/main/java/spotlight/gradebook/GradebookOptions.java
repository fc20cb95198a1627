package spotlight.gradebook;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How points become grades.
 *
 * @param title      what the work is called on pages and on the learning platform
 * @param deadline   until when it is on time; empty if nothing is ever late
 * @param grace      so much later is still on time
 * @param late       what handing in late costs
 * @param extensions {@code extensions.csv}: id, until; if empty, that file in the gradebook's folder, if there is one
 * @param overrides  {@code overrides.csv}: id, exercise, points, reason; likewise
 * @param points     {@code points.csv}: exercise, points; likewise
 * @param outOf      what the maximum is scaled to in the files for Moodle and Canvas; zero for the points as they are
 * @param exam       no hints in the feedback
 * @param anonymous  pages name students by id only; the tables keep the names, because platforms need them
 * @param shard      this is a part of the class, so extensions and overrides may name students who are not in it
 */
public record GradebookOptions(String title, Optional<OffsetDateTime> deadline, Duration grace, LateRule late,
        Optional<Path> extensions, Optional<Path> overrides, Optional<Path> points, BigDecimal outOf, boolean exam,
        boolean anonymous, boolean shard) {

    /** No deadline, all points as they are, with hints and names. */
    public static GradebookOptions standard() {
        return new GradebookOptions("Spotlight exercises", Optional.empty(), Duration.ZERO, LateRule.NONE,
                Optional.empty(), Optional.empty(), Optional.empty(), BigDecimal.ZERO, false, false, false);
    }

    /** With another title. */
    public GradebookOptions withTitle(String newTitle) {
        return new GradebookOptions(newTitle, deadline, grace, late, extensions, overrides, points, outOf, exam,
                anonymous, shard);
    }

    /** With a deadline, minutes of grace and a late rule. */
    public GradebookOptions withDeadline(OffsetDateTime until, Duration newGrace, LateRule rule) {
        return new GradebookOptions(title, Optional.of(until), newGrace, rule, extensions, overrides, points, outOf,
                exam, anonymous, shard);
    }

    /** With tables that lie elsewhere than in the gradebook's folder. */
    public GradebookOptions withTables(Optional<Path> newExtensions, Optional<Path> newOverrides,
            Optional<Path> newPoints) {
        return new GradebookOptions(title, deadline, grace, late, newExtensions, newOverrides, newPoints, outOf, exam,
                anonymous, shard);
    }

    /** With another maximum on the learning platform. */
    public GradebookOptions withOutOf(BigDecimal maximum) {
        return new GradebookOptions(title, deadline, grace, late, extensions, overrides, points, maximum, exam,
                anonymous, shard);
    }

    /** Without hints, or with them. */
    public GradebookOptions withExam(boolean on) {
        return new GradebookOptions(title, deadline, grace, late, extensions, overrides, points, outOf, on, anonymous,
                shard);
    }

    /** With ids only on the pages, or with names. */
    public GradebookOptions withAnonymous(boolean on) {
        return new GradebookOptions(title, deadline, grace, late, extensions, overrides, points, outOf, exam, on,
                shard);
    }

    /** For a part of the class, or for all of it. */
    public GradebookOptions withShard(boolean on) {
        return new GradebookOptions(title, deadline, grace, late, extensions, overrides, points, outOf, exam,
                anonymous, on);
    }
}
