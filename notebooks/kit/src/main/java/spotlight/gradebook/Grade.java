package spotlight.gradebook;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import spotlight.grader.ExerciseNumber;
import spotlight.grader.handin.Submission;

/**
 * One student's row of the gradebook: small, because the rows of a whole class are in memory.
 *
 * @param marks     by exercise; none for an exercise that this student's run did not have
 * @param late      how late it was; zero if on time
 * @param deduction points taken off for it
 * @param remarks   what the instructor should know, one sentence each
 */
record Grade(Submission submission, SortedMap<ExerciseNumber, Mark> marks, BigDecimal max, Duration late,
        BigDecimal deduction, List<String> remarks) {
    Grade {
        remarks = List.copyOf(remarks);
    }

    String id() {
        return submission.id();
    }

    /**
     * The name to show. Ids of a platform's download are made from names, so there its number stands for the student.
     */
    String name(boolean anonymous) {
        if (!anonymous) {
            return submission.name();
        }
        return Stream.of("moodle.participant", "canvas.user").filter(submission.platform()::containsKey)
                .map(submission.platform()::get).findFirst().orElse(id());
    }

    BigDecimal total() {
        return marks.values().stream().map(Mark::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What counts in the end. */
    BigDecimal result() {
        return total().subtract(deduction);
    }

    Optional<Mark> mark(ExerciseNumber number) {
        return Optional.ofNullable(marks.get(number));
    }

    /** Points of each chapter that has a mark. */
    SortedMap<Integer, BigDecimal> chapters() {
        SortedMap<Integer, BigDecimal> chapters = new TreeMap<>();
        marks.values().stream().filter(mark -> mark.item().counts())
                .forEach(mark -> chapters.merge(mark.item().number().chapter(), mark.points(), BigDecimal::add));
        return chapters;
    }

    /** Whether not one exercise was begun. */
    boolean empty() {
        return marks.values().stream().noneMatch(Mark::tried);
    }

    boolean overridden() {
        return marks.values().stream().anyMatch(mark -> mark.override().isPresent());
    }
}
