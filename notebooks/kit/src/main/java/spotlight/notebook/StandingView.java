package spotlight.notebook;

import java.util.Locale;
import java.util.stream.Collectors;
import spotlight.grader.Standing;
import spotlight.grader.Standing.State;

/** A learner's progress as a table: a row a chapter, its exercises as symbols with their titles behind them. */
final class StandingView {
    private static final String CELL = " style=\"text-align:left;padding:2px 14px 2px 0\"";

    private StandingView() {
    }

    static String html(Standing standing) {
        StringBuilder html = new StringBuilder("<table style=\"border-collapse:collapse;color:inherit;font:inherit\">\n"
                + "<caption style=\"text-align:left\">your progress: " + standing.points() + " of " + standing.max()
                + " points</caption>\n<thead><tr>");
        for (String title : new String[] {"chapter", "points", "", "done", "tried", "untouched", "exercises"}) {
            html.append("<th").append(CELL).append(">").append(title).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        standing.chapters().forEach((chapter, own) -> html.append(row(String.format(Locale.ROOT, "%02d", chapter), own,
                own.exercises().stream().map(entry -> "<span title=\"" + entry.title().replace("&", "&amp;")
                        .replace("\"", "&quot;").replace("<", "&lt;") + ": " + entry.state().text() + "\">"
                        + entry.state().symbol() + "</span>").collect(Collectors.joining(" ")))));
        return html.append(row("all", standing, "")).append("</tbody>\n</table>\n<p>")
                .append("✓ done, ◐ tried, ○ untouched; point at one to see which it is.</p>\n").toString();
    }

    private static String row(String name, Standing standing, String exercises) {
        StringBuilder row = new StringBuilder("<tr>");
        for (String cell : new String[] {name, standing.points() + " of " + standing.max(), standing.bar(),
                "" + standing.count(State.DONE), "" + standing.count(State.TRIED),
                "" + standing.count(State.UNTOUCHED), exercises}) {
            row.append("<td").append(CELL).append(">").append(cell).append("</td>");
        }
        return row.append("</tr>\n").toString();
    }
}
