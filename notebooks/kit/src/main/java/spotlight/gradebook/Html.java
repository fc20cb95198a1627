package spotlight.gradebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import spotlight.chart.Chart;

/** Pieces of pages that need no script, load nothing, and may show what a hostile hand-in says. */
final class Html {
    private static final String STYLE = style();

    private Html() {
    }

    /** Text for an element or a quoted attribute; what could turn its direction or hide is shown as an escape. */
    static String escape(String text) {
        return Visible.lines(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;").replace("'", "&#39;");
    }

    /** Text of a student within ours: its writing direction ends where it ends. */
    static String foreign(String text) {
        return "<bdi>" + escape(Visible.line(text)) + "</bdi>";
    }

    /**
     * A student with a link to the feedback, but not where its address would tell the name. @param fragment of the
     * address
     */
    static String student(Grade grade, boolean anonymous, String fragment) {
        String shown = grade.name(anonymous);
        return anonymous && !shown.equals(grade.id())
                ? foreign(shown)
                : "<a href=\"feedback/" + grade.id() + ".html" + fragment + "\">" + foreign(shown) + "</a>";
    }

    /** A whole page. @param body already escaped */
    static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
                img-src data:; form-action 'none'; base-uri 'none'">
                <meta name="referrer" content="no-referrer">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="icon" href="data:,">
                <style>
                %s</style>
                </head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(escape(Visible.line(title)), STYLE, body);
    }

    /** A bar of a share; the number stands beside it, so it says nothing to those who cannot see it. */
    static String bar(BigDecimal part, BigDecimal whole) {
        return String.format(Locale.ROOT, "<span class=\"bar\" aria-hidden=\"true\"><span style=\"width:%.1f%%\">"
                + "</span></span>", Math.min(100, Decimal.percentOf(part, whole)));
    }

    /** A chart inside the page, with its text alternative. */
    static String chart(Chart chart) {
        return "<img class=\"chart\" alt=\"" + escape(chart.alt()) + "\" src=\"data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(chart.svg().getBytes(StandardCharsets.UTF_8)) + "\">\n";
    }

    private static String style() {
        try (InputStream in = Html.class.getResourceAsStream("/spotlight/gradebook/page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read page.css", e);
        }
    }
}
