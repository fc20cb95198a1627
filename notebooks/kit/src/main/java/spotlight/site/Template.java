package spotlight.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What stands around the body of every page. */
final class Template {
    private final String title;
    private final String page;
    private String before = "";
    private String after = "";

    /** @param page its place on the site, {@code chapters/05-many-heads.html} */
    Template(String title, String page) {
        this.title = title;
        this.page = page;
    }

    /** With a link to the page before it. */
    Template before(String place, String name) {
        before = "<a rel=\"prev\" href=\"" + to(place) + "\">← " + Html.escape(name) + "</a>";
        return this;
    }

    /** With a link to the page after it. */
    Template after(String place, String name) {
        after = "<a rel=\"next\" href=\"" + to(place) + "\">" + Html.escape(name) + " →</a>";
        return this;
    }

    String html(String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="%s">
                </head>
                <body>
                <a class="skip" href="#main">to the text</a>
                <nav aria-label="course"><a href="%s">Spotlight</a> <a href="%s">exercises</a> <a href="%s">library</a></nav>
                <main id="main">
                %s</main>
                <nav class="pages" aria-label="pages">%s%s</nav>
                </body>
                </html>
                """
                .formatted(Html.escape(title), to("site.css"), to("index.html"), to("exercises/index.html"),
                        to("javadoc/index.html"), body, before, after);
    }

    private String to(String place) {
        Path folder = Path.of(page).getParent();
        return (folder == null ? Path.of("") : folder).relativize(Path.of(place)).toString().replace('\\', '/');
    }

    static String resource(String name) {
        try (InputStream in = Template.class.getResourceAsStream("/spotlight/site/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
