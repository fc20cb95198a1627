package spotlight.notebook;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;

import spotlight.chart.Chart;
import spotlight.grader.Home;
import tech.tablesaw.api.Table;

/**
 * Puts something below the notebook cell: a chart, a table, a picture, HTML, or a line of progress. Works on every kernel of the IJava
 * family; in a plain JVM the text alternative is printed.
 */
public final class Show {
    private Show() {
    }

    /** Shows a chart as a picture with its text alternative. */
    public static void chart(Chart chart) {
        send(bundle(chart));
    }

    /** Shows a piece of HTML; its text without the tags stands in where HTML cannot be shown. */
    public static void html(String html) {
        html(html, TableHtml.withoutTags(html));
    }

    /** Shows a piece of HTML. @param plain what stands in where HTML cannot be shown */
    public static void html(String html, String plain) {
        send(Bundle.of(plain).with("text/html", html));
    }

    /** Shows an SVG document; its description stands in where it cannot be shown. */
    public static void svg(String svg) {
        send(Bundle.of(TableHtml.description(svg)).with("image/svg+xml", svg));
    }

    /** Shows a picture. @param alt what it shows, in words */
    public static void image(BufferedImage image, String alt) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        send(picture(png.toByteArray(), image.getWidth(), image.getHeight(), alt));
    }

    /** Shows a table; numbers that are not whole with two decimals. */
    public static void table(Table table) {
        table(table, 2);
    }

    /** Shows a table. @param decimals of the numbers that are not whole */
    public static void table(Table table, int decimals) {
        send(Bundle.of(TableHtml.plain(table, decimals)).with("text/html", TableHtml.html(table, decimals)));
    }

    /** Shows plain text as it is. */
    public static void text(String text) {
        send(Bundle.of(text));
    }

    /**
     * Shows a method of the library as it stands in its file, so that what is read is what runs.
     *
     * @throws IllegalArgumentException if the class has no such method, or more than one
     */
    public static void source(Class<?> type, String method) {
        send(Source.bundle(Source.of(Home.get(), type, method)));
    }

    /** An output that is replaced in place by each update. */
    public static Live live() {
        return new Live(Frontend::running);
    }

    /** Reports progress on one line: at most a few times a second, with rate and time left, and a line end when done. */
    public static void progress(String label, long done, long total) {
        Progress.report(label, done, total);
    }

    static Bundle bundle(Chart chart) {
        byte[] png = chart.png();
        int width = readInt(png, 16);
        int height = readInt(png, 20);
        return picture(png, width / 2, height / 2, chart.alt());
    }

    private static Bundle picture(byte[] png, int width, int height, String alt) {
        Map<String, Object> hints = new LinkedHashMap<>();
        hints.put("width", width);
        hints.put("height", height);
        hints.put("alt", alt);
        return Bundle.of(alt).with("image/png", Base64.getEncoder().encodeToString(png)).hints("image/png", hints);
    }

    static void send(Bundle bundle) {
        Optional<Frontend> frontend = Frontend.running();
        if (frontend.isPresent()) {
            frontend.get().display(bundle, null);
        } else {
            System.out.println(bundle.plain());
        }
    }

    /** Big-endian, as PNG headers have it. */
    private static int readInt(byte[] bytes, int at) {
        return java.nio.ByteBuffer.wrap(bytes).getInt(at);
    }
}
