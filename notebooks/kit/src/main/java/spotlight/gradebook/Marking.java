package spotlight.gradebook;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import spotlight.grader.ExerciseNumber;
import spotlight.grader.batch.ExerciseOutcome;
import spotlight.grader.batch.ExerciseOutcome.Kind;
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
        remarks.addAll(endings(marks.values()));
        marks.values().forEach(mark -> mark.override().ifPresent(entry -> remarks.add(byHand(mark, entry))));
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

    /** How exercises ended other than by their tests, a sentence for each kind of ending. */
    static List<String> endings(Collection<Mark> marks) {
        List<String> remarks = new ArrayList<>();
        new EnumMap<>(
                Map.of(Kind.DOES_NOT_COMPILE, "does not compile: ", Kind.NOT_ALLOWED, "uses what is not allowed: ",
                        Kind.ENDED, "was ended: ", Kind.NOT_RUN, "was not run: "))
                .forEach((kind, what) -> {
                    String numbers = marks.stream().filter(mark -> mark.kind() == kind)
                            .map(mark -> mark.item().number().toString()).collect(Collectors.joining(", "));
                    if (!numbers.isEmpty()) {
                        remarks.add(what + numbers);
                    }
                });
        return remarks;
    }

    private static String byHand(Mark mark, Overrides.Entry entry) {
        return mark.item().number() + " set by hand from " + Decimal.text(mark.tested()) + " to "
                + Decimal.text(entry.points()) + ": " + entry.reason();
    }

    private String lateness(Duration late, BigDecimal deduction) {
        return "late by " + Deadline.text(late) + ": " + (rule.percent().signum() == 0
                ? "nothing is taken off"
                : Decimal.points(deduction) + " off (" + Decimal.text(rule.percentFor(late)) + " % of the "
                        + (rule.ofMaximum() ? "maximum)" : "points earned)"));
    }
}
