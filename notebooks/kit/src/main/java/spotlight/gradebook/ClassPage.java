package spotlight.gradebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import spotlight.chart.Chart;

/** {@code class.html}: first what needs a look, then how the class did, then everyone. */
final class ClassPage {
    private static final int MOST_HARD = 10;
    private static final int MOST_MISTAKES = 15;

    private final Course course;
    private final GradebookOptions options;
    private final ChapterNames chapters;
    private final ClassStatistics statistics;

    ClassPage(Course course, GradebookOptions options, ChapterNames chapters, ClassStatistics statistics) {
        this.course = course;
        this.options = options;
        this.chapters = chapters;
        this.statistics = statistics;
    }

    /** @param similarity the address of the report of similar hand-ins, relative to the page */
    String html(Optional<String> similarity) {
        StringBuilder body = new StringBuilder("<h1>").append(Html.escape(options.title())).append("</h1>\n");
        body.append(tiles());
        if (statistics.grades().isEmpty()) {
            return Html.page(options.title(), body.append("<p>Nobody was graded.</p>\n").toString());
        }
        body.append("<p><a href=\"#points\">points</a> · <a href=\"#hardest\">hardest exercises</a> · ")
                .append("<a href=\"#mistakes\">common mistakes</a> · <a href=\"#chapters\">chapters</a> · ")
                .append("<a href=\"#everyone\">everyone</a></p>\n");
        body.append(new ToLookAt(statistics.grades(), options).html());
        similarity.ifPresent(link -> body.append("<p><a href=\"").append(Html.escape(link))
                .append("\">Similar hand-ins</a></p>\n"));
        body.append("<h2 id=\"points\">Points</h2>\n").append(Html.chart(distribution()));
        body.append(hardest()).append(mistakes()).append(medians()).append(everyone());
        return Html.page(options.title(), body.toString());
    }

    private String tiles() {
        StringBuilder tiles = new StringBuilder("<div class=\"tiles\">\n");
        tile(tiles, String.valueOf(statistics.grades().size()), "students");
        tile(tiles, Decimal.text(statistics.median()), "median of " + Decimal.text(course.max()));
        tile(tiles, Decimal.text(statistics.mean()), "mean");
        long late = statistics.grades().stream().filter(grade -> !grade.late().isZero()).count();
        if (options.deadline().isPresent()) {
            tile(tiles, String.valueOf(late), "late");
        }
        return tiles.append("</div>\n").toString();
    }

    private static void tile(StringBuilder tiles, String number, String what) {
        tiles.append("<div><b>").append(number).append("</b>").append(what).append("</div>\n");
    }

    private Chart distribution() {
        String[] bins = IntStream.range(0, 10).mapToObj(bin -> bin * 10 + "–" + (bin == 9 ? 100 : bin * 10 + 9))
                .toArray(String[]::new);
        return Chart.bars(bins).series("students", statistics.distribution()).decimals(0)
                .title("How many students have how many percent").xTitle("final points, percent of the maximum")
                .yTitle("students").size(720, 300);
    }

    private String hardest() {
        List<ClassStatistics.Difficulty> hard = statistics.hardest(MOST_HARD);
        if (hard.isEmpty()) {
            return "";
        }
        Chart chart = Chart.bars(hard.stream().map(one -> one.item().number().toString()).toArray(String[]::new))
                .series("points", hard.stream().mapToDouble(ClassStatistics.Difficulty::mean).toArray()).decimals(0)
                .title("The hardest exercises, by those who tried them").xTitle("exercise")
                .yTitle("points earned, percent").size(720, 280);
        StringBuilder html = new StringBuilder("<h2 id=\"hardest\">Hardest exercises</h2>\n").append(Html.chart(chart))
                .append(head("exercise", "not tried", "tried", "all points", "mean"));
        hard.forEach(one -> html.append("<tr><td>").append(Html.escape(one.item().title())).append("</td>")
                .append(number(statistics.grades().size() - one.tried())).append(number(one.tried()))
                .append(number(one.full()))
                .append(number(String.format(Locale.ROOT, "%.0f %%", one.mean()))).append("</tr>\n"));
        return html.append("</tbody>\n</table></div>\n").toString();
    }

    private String mistakes() {
        List<ClassStatistics.Mistake> common = statistics.commonMistakes(MOST_MISTAKES);
        if (common.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<h2 id=\"mistakes\">Common mistakes</h2>\n")
                .append(head("what the tests said", "students"));
        common.forEach(mistake -> html.append("<tr><td>").append(Html.foreign(mistake.message()))
                .append("<br><span class=\"soft\">")
                .append(Html.escape(course.exercises().get(mistake.exercise()).title())).append("</span></td>")
                .append(number(mistake.students())).append("</tr>\n"));
        return html.append("</tbody>\n</table></div>\n").toString();
    }

    private String medians() {
        List<Integer> numbers = List.copyOf(course.chapters().keySet());
        double[] percents = numbers.stream().mapToDouble(
                number -> Decimal.percentOf(statistics.median(number), course.chapters().get(number))).toArray();
        Chart chart = Chart.bars(numbers.stream().map(number -> String.format(Locale.ROOT, "%02d", number))
                .toArray(String[]::new)).series("median", percents).decimals(0).yRange(0, 115)
                .title("Median by chapter").xTitle("chapter").yTitle("percent of its points").size(720, 280);
        return "<h2 id=\"chapters\">Chapters</h2>\n" + Html.chart(chart) + "<p class=\"soft\">" + numbers.stream()
                .map(chapters::of).map(Html::escape).collect(Collectors.joining(" · ")) + "</p>\n";
    }

    private String everyone() {
        StringBuilder html = new StringBuilder(
                "<h2 id=\"everyone\">Everyone</h2>\n<div class=\"wide\"><table>\n<thead><tr>")
                .append("<th scope=\"col\">student</th><th scope=\"col\" class=\"number\">final</th>");
        course.chapters().keySet().forEach(chapter -> html.append(String.format(Locale.ROOT,
                "<th scope=\"col\" class=\"number\">%02d</th>", chapter)));
        html.append(options.anonymous() ? "" : "<th scope=\"col\">remarks</th>").append("</tr>\n<tr><td>maximum</td>")
                .append(number(Decimal.text(course.max())));
        course.chapters().values().forEach(max -> html.append(number(Decimal.text(max))));
        html.append(options.anonymous() ? "" : "<td></td>").append("</tr></thead>\n<tbody>\n");
        statistics.grades().forEach(grade -> html.append(row(grade)));
        return html.append("</tbody>\n</table></div>\n").toString();
    }

    private String row(Grade grade) {
        String shown = grade.name(options.anonymous());
        StringBuilder row = new StringBuilder("<tr><td>").append(Html.student(grade, options.anonymous(), ""))
                .append(options.anonymous() || shown.equals(grade.id())
                        ? ""
                        : "<br><span class=\"soft\">" + grade.id() + "</span>")
                .append("</td>").append(number(Decimal.text(grade.result())));
        course.chapters().keySet().forEach(chapter -> row.append(number(
                Decimal.text(grade.chapters().getOrDefault(chapter, BigDecimal.ZERO)))));
        if (options.anonymous()) { // a remark may quote a file's name, and that one a student's
            return row.append("</tr>\n").toString();
        }
        return row.append("<td class=\"soft remarks\">")
                .append(Html.escape(Visible.line(Visible.cut(String.join("; ", grade.remarks()), 160))))
                .append("</td></tr>\n").toString();
    }

    private static String head(String first, String... numbers) {
        StringBuilder head = new StringBuilder("<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">")
                .append(first).append("</th>");
        for (String column : numbers) {
            head.append("<th scope=\"col\" class=\"number\">").append(column).append("</th>");
        }
        return head.append("</tr></thead>\n<tbody>\n").toString();
    }

    private static String number(Object value) {
        return "<td class=\"number\">" + value + "</td>";
    }
}
