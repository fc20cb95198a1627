package spotlight.gradebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code similar.html}: the most similar hand-ins, and what they share side by side. For the instructor's eyes only.
 */
public final class SimilarPage {
    private static final int LISTED = 30;
    private static final int SHOWN = 10;
    private static final int MOST_MATCHES = 12;
    private static final int MOST_LINES = 40;
    private static final int LONGEST_LINE = 300;

    private final SimilarPairs found;
    private final Map<String, String> names;
    private final Path handIns;

    /**
     * @param names   of the students, by id
     * @param handIns the folder that was compared: it is read only while the page is made
     */
    public SimilarPage(SimilarPairs found, Map<String, String> names, Path handIns) {
        this.found = found;
        this.names = Map.copyOf(names);
        this.handIns = handIns;
    }

    /** Writes the page. @param report the name of JPlag's own report beside it */
    public void write(Path file, String report) {
        boolean graded = Files.isDirectory(file.resolveSibling("results")); // then there is a class page, too
        SafeFile.write(file, html(report, graded).getBytes(StandardCharsets.UTF_8));
    }

    String html(String report, boolean graded) {
        StringBuilder body = new StringBuilder(graded ? "<p><a href=\"class.html\">class</a></p>\n" : "")
                .append("<h1>Similar hand-ins</h1>\n");
        body.append("<p>").append(found.compared()).append(" hand-ins were compared by JPlag, without what stubs and ")
                .append("solutions of the course have, too. Similar code proves nothing: short exercises have few ")
                .append("right answers. Read before you judge.</p>\n");
        if (!found.left().isEmpty()) {
            body.append("<p>Not compared, because they are too short or no Java: ").append(String.join(", ",
                    found.left().stream().map(this::name).toList())).append(".</p>\n");
        }
        List<SimilarPairs.Pair> pairs = found.pairs().stream().filter(pair -> pair.tokens() > 0).limit(LISTED).toList();
        body.append(pairs.isEmpty() ? "<p>No two share anything.</p>\n" : table(pairs));
        pairs.stream().limit(SHOWN).forEach(pair -> body.append(sideBySide(pair, pairs.indexOf(pair))));
        body.append("<p class=\"soft\">All of it: ").append(Html.escape(report))
                .append(" beside this page, for JPlag's ")
                .append("report viewer.</p>\n");
        return Html.page("Similar hand-ins", body.toString());
    }

    private String table(List<SimilarPairs.Pair> pairs) {
        StringBuilder table = new StringBuilder("<div class=\"wide\"><table>\n<thead><tr>"
                + "<th scope=\"col\" class=\"number\">the same</th><th scope=\"col\">students</th>"
                + "<th scope=\"col\" class=\"number\">lines</th></tr></thead>\n<tbody>\n");
        for (int i = 0; i < pairs.size(); i++) {
            SimilarPairs.Pair pair = pairs.get(i);
            String both = name(pair.first()) + " and " + name(pair.second());
            table.append("<tr><td class=\"number\">").append(percent(pair)).append("</td><td>")
                    .append(i < SHOWN ? "<a href=\"#pair-" + i + "\">" + both + "</a>" : both)
                    .append("</td><td class=\"number\">").append(lines(pair)).append("</td></tr>\n");
        }
        return table.append("</tbody>\n</table></div>\n").toString();
    }

    private String sideBySide(SimilarPairs.Pair pair, int index) {
        StringBuilder html = new StringBuilder("<h2 id=\"pair-").append(index).append("\">").append(percent(pair))
                .append(": ").append(name(pair.first())).append(" and ").append(name(pair.second())).append("</h2>\n");
        pair.matches().stream().sorted(Comparator.comparing(SimilarPairs.Match::tokens).reversed()
                .thenComparing(match -> match.first().text())).limit(MOST_MATCHES)
                .forEach(match -> html.append("<div class=\"two\">\n").append(code(pair.first(), match.first()))
                        .append(code(pair.second(), match.second())).append("</div>\n"));
        int more = pair.matches().size() - MOST_MATCHES;
        return html.append(more > 0 ? "<p>… and " + more + " shorter ones</p>\n" : "").toString();
    }

    private String code(String id, SimilarPairs.Place place) {
        StringBuilder code = new StringBuilder("<figure><figcaption>").append(name(id)).append(" · ")
                .append(Html.escape(Visible.line(place.text()))).append("</figcaption><pre>");
        List<String> lines = lines(place);
        lines.stream().limit(MOST_LINES).forEach(line -> code
                .append(Html.escape(Visible.cut(line, LONGEST_LINE))).append('\n'));
        if (lines.size() > MOST_LINES) {
            code.append("… and ").append(lines.size() - MOST_LINES).append(" more lines\n");
        }
        return code.append("</pre></figure>\n").toString();
    }

    private List<String> lines(SimilarPairs.Place place) {
        Path file = handIns.resolve(place.file()).normalize();
        if (!file.startsWith(handIns.normalize())) {
            throw new IllegalArgumentException("the comparison names a file outside its folder");
        }
        try {
            List<String> all = Files.readString(file).lines().toList();
            int from = Math.max(0, Math.min(place.from() - 1, all.size()));
            return all.subList(from, Math.max(from, Math.min(place.to(), all.size())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static int lines(SimilarPairs.Pair pair) {
        return pair.matches().stream().mapToInt(match -> match.first().to() - match.first().from() + 1).sum();
    }

    private static String percent(SimilarPairs.Pair pair) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * pair.similarity());
    }

    private String name(String id) {
        return Html.foreign(names.getOrDefault(id, id));
    }
}
