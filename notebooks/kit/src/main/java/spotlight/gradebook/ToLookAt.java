package spotlight.gradebook;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import spotlight.grader.batch.ExerciseOutcome.Kind;

/** What only the instructor can decide, on top of the class page: who, with links to the place, grouped by why. */
final class ToLookAt {
    private static final int FEW = 8;

    private final List<Grade> grades;
    private final GradebookOptions options;

    ToLookAt(List<Grade> grades, GradebookOptions options) {
        this.grades = grades;
        this.options = options;
    }

    String html() {
        String groups = exercises("used what is not allowed", mark -> mark.kind() == Kind.NOT_ALLOWED)
                + exercises("hung, or took the grader's process down", mark -> mark.kind() == Kind.ENDED)
                + exercises("not run, because the time was used up", mark -> mark.kind() == Kind.NOT_RUN)
                + students("handed in no exercise", Grade::empty)
                + students("late", grade -> !grade.late().isZero())
                + exercises("handed in something that does not compile", mark -> mark.kind() == Kind.DOES_NOT_COMPILE)
                + exercises("set by hand", mark -> mark.override().isPresent());
        return groups.isEmpty()
                ? "<p>Nothing needs a look: everything compiled, ran and came in time.</p>\n"
                : "<h2>To look at</h2>\n" + groups;
    }

    /** Those with such an exercise; each link leads to the first one. */
    private String exercises(String why, Predicate<Mark> such) {
        return group(why, grade -> grade.marks().values().stream().filter(such).findFirst()
                .map(mark -> "#" + FeedbackExercise.anchor(mark.item())));
    }

    private String students(String why, Predicate<Grade> such) {
        return group(why, grade -> such.test(grade) ? Optional.of("") : Optional.empty());
    }

    /** @param place where on the page of a member to look; empty for who is none */
    private String group(String why, Function<Grade, Optional<String>> place) {
        List<String> members = grades.stream().flatMap(grade -> place.apply(grade)
                .map(fragment -> Html.student(grade, options.anonymous(), fragment)).stream()).toList();
        if (members.isEmpty()) {
            return "";
        }
        return "<details" + (members.size() <= FEW ? " open" : "") + "><summary>" + members.size() + " "
                + Html.escape(why)
                + "</summary><p>" + members.stream().collect(Collectors.joining(" · ")) + "</p></details>\n";
    }
}
