package spotlight.gradebook;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import spotlight.grader.ExerciseNumber;
import spotlight.grader.batch.ExerciseOutcome;
import spotlight.grader.batch.SubmissionResult;

/** Makes grades from results: scales, overrides, takes off for lateness, and says so. */
record Marking(Course course, Overrides overrides, Deadline deadline, LateRule rule) {

    Grade grade(SubmissionResult result) {
        String id = result.submission().id();
        SortedMap<ExerciseNumber, Mark> marks = new TreeMap<>();
        result.exercises().forEach(outcome -> {
            ExerciseNumber number = ExerciseNumber.of(outcome.result().title());
            marks.put(number, mark(course.exercises().get(number), outcome, overrides.of(id, number)));
        });
        List<String> remarks = new ArrayList<>(result.remarks());
        marks.values().forEach(mark -> remarks.addAll(remarks(mark)));
        course.exercises().keySet().stream().filter(number -> !marks.containsKey(number))
                .forEach(number -> remarks.add(number + " was not graded"));
        Optional<Instant> handedIn = result.submission().handedIn();
        if (deadline.until().isPresent() && handedIn.isEmpty()) {
            remarks.add((result.submission().platform().containsKey("canvas.late")
                    ? "Canvas says it was late, but not by how much"
                    : "when it was handed in is not known") + ", so the late rule was not applied");
        }
        BigDecimal total = marks.values().stream().map(Mark::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        Duration late = handedIn.map(moment -> deadline.late(id, moment)).orElse(Duration.ZERO);
        BigDecimal deduction = rule.deduction(total, course.max(), late);
        if (!late.isZero()) {
            remarks.add(lateness(late, deduction));
        }
        return new Grade(result.submission(), marks, course.max(), late, deduction, remarks);
    }

    private static Mark mark(Course.Item item, ExerciseOutcome outcome, Optional<Overrides.Entry> override) {
        BigDecimal tested = Decimal.share(item.max(), Decimal.of(outcome.result().points()), Decimal.of(item.own()));
        return new Mark(item, override.map(Overrides.Entry::points).orElse(tested), tested, outcome.kind(), override);
    }

    private static List<String> remarks(Mark mark) {
        List<String> remarks = new ArrayList<>();
        String number = mark.item().number().toString();
        switch (mark.kind()) {
            case DOES_NOT_COMPILE -> remarks.add(number + " does not compile");
            case NOT_ALLOWED -> remarks.add(number + " uses what is not allowed");
            case ENDED -> remarks.add(number + " was ended");
            case NOT_RUN -> remarks.add(number + " was not run");
            default -> {
            }
        }
        mark.override().ifPresent(entry -> remarks.add(number + " set by hand from " + Decimal.text(mark.tested())
                + " to " + Decimal.text(entry.points()) + ": " + entry.reason()));
        return remarks;
    }

    private String lateness(Duration late, BigDecimal deduction) {
        return "late by " + Deadline.text(late) + ": " + (rule.percent().signum() == 0
                ? "nothing is taken off"
                : Decimal.points(deduction) + " off (" + Decimal.text(rule.percentFor(late)) + " % of the "
                        + (rule.ofMaximum() ? "maximum)" : "points earned)"));
    }
}
