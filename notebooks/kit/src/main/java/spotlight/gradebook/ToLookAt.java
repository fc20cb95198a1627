package spotlight.gradebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import spotlight.grader.batch.ExerciseOutcome.Kind;

/** What only the instructor can decide, on top of the class page: who, with links, grouped by why. */
final class ToLookAt {
    private static final int MOST_NAMES = 40;

    private final List<Grade> grades;
    private final GradebookOptions options;

    ToLookAt(List<Grade> grades, GradebookOptions options) {
        this.grades = grades;
        this.options = options;
    }

    String html() {
        Map<String, Predicate<Grade>> groups = new LinkedHashMap<>();
        groups.put("used what is not allowed", grade -> any(grade, Kind.NOT_ALLOWED));
        groups.put("hung, or took the grader's process down", grade -> any(grade, Kind.ENDED));
        groups.put("not run, because the time was used up", grade -> any(grade, Kind.NOT_RUN));
        groups.put("handed in something that does not compile", grade -> any(grade, Kind.DOES_NOT_COMPILE));
        groups.put("handed in no exercise", Grade::empty);
        groups.put("late", grade -> !grade.late().isZero());
        groups.put("set by hand", Grade::overridden);
        StringBuilder list = new StringBuilder();
        groups.forEach((why, group) -> list.append(group(why, grades.stream().filter(group).toList())));
        return list.isEmpty()
                ? "<p>Nothing needs a look: everything compiled, ran and came in time.</p>\n"
                : "<h2>To look at</h2>\n<ul>\n" + list + "</ul>\n";
    }

    private String group(String why, List<Grade> members) {
        if (members.isEmpty()) {
            return "";
        }
        String names = members.stream().limit(MOST_NAMES).map(grade -> "<a href=\"feedback/" + grade.id() + ".html\">"
                + Html.foreign(grade.name(options.anonymous())) + "</a>").collect(Collectors.joining(", "));
        int more = members.size() - MOST_NAMES;
        return "<li><b>" + members.size() + "</b> " + why + ": " + names
                + (more > 0 ? " and " + more + " more, see the table" : "") + "</li>\n";
    }

    private static boolean any(Grade grade, Kind kind) {
        return grade.marks().values().stream().anyMatch(mark -> mark.kind() == kind);
    }
}
