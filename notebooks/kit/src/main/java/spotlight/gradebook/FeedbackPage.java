package spotlight.gradebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import spotlight.grader.ExerciseNumber;
import spotlight.grader.batch.ExerciseOutcome;
import spotlight.grader.batch.SubmissionResult;

/** What one student reads: what was earned where, which mistake costs points, and how to mend it. */
final class FeedbackPage {
    private final Course course;
    private final GradebookOptions options;
    private final Deadline deadline;
    private final ChapterNames chapters;
    private final FeedbackExercise exercise;

    FeedbackPage(Course course, GradebookOptions options, Deadline deadline, ChapterNames chapters) {
        this.course = course;
        this.options = options;
        this.deadline = deadline;
        this.chapters = chapters;
        exercise = new FeedbackExercise(options.exam());
    }

    String html(Grade grade, SubmissionResult result) {
        StringBuilder body = new StringBuilder();
        body.append("<p class=\"soft\">").append(Html.escape(options.title())).append("</p>\n<h1>")
                .append(Html.foreign(grade.name(options.anonymous()))).append("</h1>\n");
        body.append("<p class=\"big\">").append(Decimal.of(grade.result(), grade.max())).append("</p>\n<p>")
                .append(Html.bar(grade.result(), grade.max())).append("</p>\n");
        body.append(handedIn(grade)).append(toMend(grade)).append(overview(grade));
        int before = -1;
        for (ExerciseOutcome outcome : result.exercises()) {
            int chapter = ExerciseNumber.of(outcome.result().title()).chapter();
            if (chapter != before) {
                body.append("<h2 id=\"").append(anchor(chapter)).append("\">").append(Html.escape(chapters.of(chapter)))
                        .append("</h2>\n");
                before = chapter;
            }
            body.append(exercise.html(grade.marks().get(ExerciseNumber.of(outcome.result().title())), outcome));
        }
        body.append(remarks(result.remarks()));
        return Html.page(options.title() + ": " + grade.name(options.anonymous()), body.toString());
    }

    private String handedIn(Grade grade) {
        StringBuilder text = new StringBuilder();
        grade.submission().handedIn().ifPresent(moment -> text.append("<p>Handed in ").append(deadline.shown(moment))
                .append(deadline.of(grade.id()).map(end -> ", due " + deadline.shown(end.toInstant())).orElse(""))
                .append(".</p>\n"));
        if (!grade.late().isZero()) {
            text.append("<p class=\"note\">Late by ").append(Deadline.text(grade.late())).append(". The rule: ")
                    .append(Html.escape(options.late().text())).append(". Taken off: ")
                    .append(Decimal.points(grade.deduction())).append(" of the ")
                    .append(Decimal.text(grade.total())).append(" that were earned.</p>\n");
        }
        return text.toString();
    }

    /** Where to start, as links: the page of a whole course is long. */
    private static String toMend(Grade grade) {
        List<Mark> wrong = grade.marks().values().stream().filter(FeedbackExercise::toMend).toList();
        long untouched = grade.marks().values().stream().filter(mark -> mark.item().counts() && !mark.tried()
                && !mark.full()).count();
        String links = wrong.stream().map(mark -> "<a href=\"#" + FeedbackExercise.anchor(mark.item()) + "\">"
                + mark.item().number() + "</a>").collect(Collectors.joining(" · "));
        return (wrong.isEmpty() ? "" : "<p>To mend: " + links + "</p>\n")
                + (untouched == 0
                        ? ""
                        : "<p>" + untouched + (untouched == 1 ? " exercise" : " exercises") + " not attempted</p>\n");
    }

    private String overview(Grade grade) {
        StringBuilder table = new StringBuilder(
                "<table>\n<thead><tr><th scope=\"col\">chapter</th><th scope=\"col\" class=\"number\">points</th>"
                        + "<th></th></tr></thead>\n<tbody>\n");
        course.chapters().forEach((chapter, max) -> {
            BigDecimal points = grade.chapters().getOrDefault(chapter, BigDecimal.ZERO);
            table.append("<tr><td><a href=\"#").append(anchor(chapter)).append("\">")
                    .append(Html.escape(chapters.of(chapter))).append("</a></td><td class=\"number\">")
                    .append(Decimal.text(points)).append(" of ").append(Decimal.text(max))
                    .append("</td><td class=\"grow\">").append(Html.bar(points, max)).append("</td></tr>\n");
        });
        return table.append("</tbody>\n</table>\n").toString();
    }

    private static String remarks(List<String> remarks) {
        if (remarks.isEmpty()) {
            return "";
        }
        StringBuilder list = new StringBuilder("<h2>About the files you handed in</h2>\n<ul>\n");
        remarks.forEach(remark -> list.append("<li>").append(Html.escape(Visible.line(Visible.cut(remark, 500))))
                .append("</li>\n"));
        return list.append("</ul>\n").toString();
    }

    private static String anchor(int chapter) {
        return "chapter-" + chapter;
    }
}
