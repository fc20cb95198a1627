package spotlight.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import spotlight.grader.CheckResult;
import spotlight.grader.ExerciseFiles;
import spotlight.grader.ExerciseResult;
import spotlight.grader.MethodResult;
import spotlight.grader.Problem;
import spotlight.grader.Status;

/**
 * The result of a check for the eye: a table in HTML, with styles of its own so that it reads in a light and in a dark
 * theme, and the same as text. Neither has a path of this machine in it, and a time only where an exercise is measured.
 */
record ExercisesView(String html, String plain) {
    private static final int MOST_PROBLEMS = 5;
    private static final String CELL = " style=\"text-align:left;vertical-align:top;padding:4px 12px 4px 0\"";
    private static final String PRE = "<pre style=\"text-align:left;margin:4px 0;padding:6px 10px;"
            + "border-left:3px solid #808080\">";

    ExercisesView(ExerciseFiles files, CheckResult result) {
        this(html(files, result), plain(files, result));
    }

    /** One line instead of a result. */
    static ExercisesView message(String message) {
        return new ExercisesView("<p>" + escape(message) + "</p>", message);
    }

    private static String html(ExerciseFiles files, CheckResult check) {
        StringBuilder html = new StringBuilder("<div style=\"text-align:left\">\n<p><strong>")
                .append(escape(files.title())).append("</strong>: ").append(escape(headline(files, check)))
                .append("</p>\n");
        problems(check).forEach(problem -> html.append(PRE).append(escape(problem)).append("</pre>\n"));
        if (!check.result().methods().isEmpty()) {
            html.append("<table style=\"border-collapse:collapse;color:inherit;font:inherit\">\n<thead><tr>");
            Stream.of("result", "points", "test")
                    .forEach(title -> html.append("<th").append(CELL).append('>').append(title).append("</th>"));
            html.append("</tr></thead>\n<tbody>\n");
            check.result().methods().forEach(method -> html.append(row(method)));
            html.append("</tbody>\n</table>\n");
        }
        check.measured().forEach(measurement -> html.append("<p>").append(escape(measurement.text())).append("</p>\n"));
        if (!check.printed().isBlank()) {
            html.append("<details open><summary>Your code printed</summary>").append(PRE)
                    .append(escape(check.printed().stripTrailing())).append("</pre></details>\n");
        }
        return html.append("<p>").append(escape(advice(files, check)).replace("{stub}", link(files)))
                .append("</p>\n</div>").toString();
    }

    private static String row(MethodResult method) {
        StringBuilder row = new StringBuilder("<tr>");
        cell(row, "<span style=\"color:" + color(method.status()) + ";font-weight:bold\">" + method.status().symbol()
                + "</span>&nbsp;" + method.status().text().replace(" ", "&nbsp;"));
        cell(row, method.points() + "&nbsp;of&nbsp;" + method.max());
        StringBuilder what = new StringBuilder(escape(method.name()));
        if (!method.message().isEmpty()) {
            what.append("<br><strong>").append(escape(method.message()).replace("\n", "<br>")).append("</strong>");
            if (!method.hint().isBlank()) {
                what.append("<details><summary>Hint</summary>").append(escape(method.hint())).append("</details>");
            }
        }
        cell(row, what.toString());
        return row.append("</tr>\n").toString();
    }

    private static void cell(StringBuilder row, String content) {
        row.append("<td").append(CELL).append('>').append(content).append("</td>");
    }

    /** Blue, grey, orange: told apart by the colour-blind too, and readable on white and on black. */
    private static String color(Status status) {
        return switch (status) {
            case PASSED -> "#2b8cbe";
            case NOT_ATTEMPTED -> "#808080";
            case FAILED, TIMED_OUT -> "#d95f0e";
        };
    }

    private static String plain(ExerciseFiles files, CheckResult check) {
        StringBuilder text = new StringBuilder(files.title()).append(": ").append(headline(files, check)).append('\n');
        problems(check).forEach(problem -> text.append(problem.indent(4)));
        for (MethodResult method : check.result().methods()) {
            text.append(String.format("  %s %-13s  %d of %d  %s%n", method.status().symbol(), method.status().text(),
                    method.points(), method.max(), method.name()).replace("\r\n", "\n"));
            text.append(method.message().indent(6));
            if (!method.message().isEmpty() && !method.hint().isBlank()) {
                text.append(("Hint: " + method.hint()).indent(6));
            }
        }
        check.measured().forEach(measurement -> text.append(measurement.text()).append('\n'));
        if (!check.printed().isBlank()) {
            text.append("Your code printed:\n").append(check.printed().stripTrailing().indent(2));
        }
        return text.append(advice(files, check).replace("{stub}", files.stubPath())).toString();
    }

    private static List<String> problems(CheckResult check) {
        List<String> shown = new ArrayList<>();
        check.problems().stream().limit(MOST_PROBLEMS).map(Problem::text).forEach(shown::add);
        int more = check.problems().size() - shown.size();
        if (more > 0) {
            shown.add("… and " + more + " more errors");
        }
        return shown;
    }

    private static boolean misfits(ExerciseFiles files, CheckResult check) {
        String test = files.stubName().replace(".java", "Test.java");
        return !check.problems().isEmpty()
                && check.problems().stream().allMatch(problem -> problem.file().equals(test));
    }

    private static String headline(ExerciseFiles files, CheckResult check) {
        if (!check.trouble().isEmpty()) {
            return check.trouble();
        }
        if (!check.problems().isEmpty()) {
            return files.stubName() + " does not compile" + (misfits(files, check) ? " together with its test" : "");
        }
        ExerciseResult result = check.result();
        String counts = Stream.of(Status.FAILED, Status.TIMED_OUT, Status.NOT_ATTEMPTED)
                .filter(status -> result.count(status) > 0)
                .map(status -> ", " + result.count(status) + " " + status.text())
                .collect(Collectors.joining());
        return result.points() + " of " + result.max() + " points" + counts;
    }

    /** What to do next; {stub} stands for the file. */
    private static String advice(ExerciseFiles files, CheckResult check) {
        if (misfits(files, check)) {
            return "Has a name, a parameter or a return type changed? The test calls your class as the stub had it: {stub}";
        }
        ExerciseResult result = check.result();
        if (result.max() > 0 && result.points() == result.max()) {
            return "All points. Your code: {stub}";
        }
        boolean untouched = result.max() > 0 && result.count(Status.NOT_ATTEMPTED) == result.methods().size();
        return (untouched ? "Write your code in" : "Change your code in") + " {stub}, save it and run this cell again.";
    }

    /** Relative to the notebooks folder; JupyterLab opens it in its editor. */
    private static String link(ExerciseFiles files) {
        return "<a href=\"../" + files.stubPath() + "\">" + files.stubName() + "</a>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
