package spotlight.gradebook;

import java.util.List;
import spotlight.grader.MethodResult;
import spotlight.grader.Problem;
import spotlight.grader.Status;
import spotlight.grader.batch.ExerciseOutcome;

/** One exercise on a feedback page: folded if there is nothing to mend, open if there is. */
final class FeedbackExercise {
    private static final int MOST_PROBLEMS = 5;
    private static final int MOST_TEXT = 4_000;

    private final boolean exam;

    /** @param exam without hints */
    FeedbackExercise(boolean exam) {
        this.exam = exam;
    }

    /** Where on the page an exercise is: {@code ex-2.1}. */
    static String anchor(Course.Item item) {
        return "ex-" + item.number();
    }

    /** Whether something of it is wrong. */
    static boolean toMend(Mark mark) {
        return mark.tried() && !mark.full() && mark.item().counts();
    }

    String html(Mark mark, ExerciseOutcome outcome) {
        boolean open = toMend(mark) || mark.override().isPresent();
        StringBuilder html = new StringBuilder("<details id=\"").append(anchor(mark.item())).append('"')
                .append(open ? " open" : "").append(">\n<summary>")
                .append("<span class=\"points\">").append(points(mark)).append("</span>")
                .append(symbol(mark)).append(' ').append(Html.escape(mark.item().title())).append("</summary>\n");
        mark.override().ifPresent(entry -> html.append("<p class=\"note\">Set by hand: ")
                .append(Decimal.of(entry.points(), mark.item().max())).append(" instead of ")
                .append(Decimal.text(mark.tested())).append(". ").append(Html.escape(entry.reason()))
                .append("</p>\n"));
        String headline = headline(outcome);
        if (!headline.isEmpty()) {
            html.append("<p><b>").append(headline).append("</b></p>\n");
        }
        html.append(problems(outcome.problems())).append(tests(outcome)).append(printed(outcome.printed()));
        return html.append("</details>\n").toString();
    }

    private static String points(Mark mark) {
        return mark.item().counts()
                ? Decimal.text(mark.points()) + " of " + Decimal.text(mark.item().max())
                : "does not count";
    }

    private static String symbol(Mark mark) {
        if (mark.item().counts() && mark.full()) {
            return "<span class=\"passed\">✓</span>";
        }
        return mark.tried() ? "<span class=\"failed\">✗</span>" : "<span class=\"soft\">○</span>";
    }

    /** The reason is a sentence of its own. */
    private static String headline(ExerciseOutcome outcome) {
        if (!outcome.reason().isBlank()) {
            return text(outcome.reason());
        }
        return switch (outcome.kind()) {
            case GRADED -> "";
            case UNTOUCHED -> "Not attempted.";
            case DOES_NOT_COMPILE -> "It does not compile.";
            case NOT_ALLOWED -> "It uses what is not allowed, so nothing was run.";
            case ENDED -> "It was ended.";
            case NOT_RUN -> "It was not run.";
        };
    }

    private static String problems(List<Problem> problems) {
        StringBuilder html = new StringBuilder();
        problems.stream().limit(MOST_PROBLEMS)
                .forEach(problem -> html.append("<pre>").append(text(problem.text())).append("</pre>\n"));
        if (problems.size() > MOST_PROBLEMS) {
            html.append("<p>… and ").append(problems.size() - MOST_PROBLEMS).append(" more places</p>\n");
        }
        return html.toString();
    }

    private String tests(ExerciseOutcome outcome) {
        if (outcome.kind() != ExerciseOutcome.Kind.GRADED && outcome.kind() != ExerciseOutcome.Kind.ENDED) {
            return ""; // nothing was run: the reason above says it all
        }
        StringBuilder html = new StringBuilder("<ul class=\"tests\">\n");
        outcome.result().methods().forEach(method -> html.append(test(method)));
        return html.append("</ul>\n").toString();
    }

    private String test(MethodResult method) {
        StringBuilder html = new StringBuilder("<li><span class=\"").append(color(method.status())).append("\">")
                .append(method.status().symbol()).append("</span> ").append(text(method.name()));
        if (method.status() != Status.PASSED) {
            html.append(" <span class=\"soft\">").append(method.status().text()).append("</span>");
        }
        if (!method.message().isBlank()) {
            html.append("<span class=\"mistake\">").append(text(method.message().strip())).append("</span>");
        }
        boolean wrong = method.status() == Status.FAILED || method.status() == Status.TIMED_OUT;
        if (wrong && !exam && !method.hint().isBlank()) {
            html.append("<span class=\"hint\">Hint: ").append(text(method.hint())).append("</span>");
        }
        return html.append("</li>\n").toString();
    }

    private static String printed(String printed) {
        return printed.isBlank()
                ? ""
                : "<details>\n<summary>Your code printed</summary>\n<pre>" + text(printed.stripTrailing())
                        + "</pre>\n</details>\n";
    }

    private static String color(Status status) {
        return switch (status) {
            case PASSED -> "passed";
            case NOT_ATTEMPTED -> "soft";
            case FAILED, TIMED_OUT -> "failed";
        };
    }

    private static String text(String foreign) {
        return Html.escape(Visible.cut(foreign, MOST_TEXT));
    }
}
