package spotlight.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.Test;

import spotlight.chart.Chart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class ShowTest {
    private final Chart chart = Chart.lines().series("a", 1, 2).size(300, 200).alt("a rises");

    /** What a plain JVM prints. */
    static String printed(Runnable action) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    void chartIsAPictureOfHalfItsPixelsWithATextAlternative() {
        Bundle bundle = Show.bundle(chart);
        assertEquals("a rises", bundle.plain());
        assertArrayEquals(chart.png(), Base64.getDecoder().decode((String) bundle.data().get("image/png")));
        assertEquals(Map.of("image/png", Map.of("width", 300, "height", 200, "alt", "a rises")), bundle.metadata());
    }

    @Test
    void withoutAKernelTheTextIsPrinted() {
        assertEquals("a rises\n", printed(chart::show));
        assertEquals("bold & plain\n", printed(() -> Show.html("<b>bold</b> &amp; plain")));
        assertEquals("as given\n", printed(() -> Show.html("<b>bold</b>", "as given")));
        assertEquals("a rises\n", printed(() -> Show.svg(chart.svg())));
        assertEquals("a dot\n",
                printed(() -> Show.image(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "a dot")));
        assertEquals("one\ntwo\n", printed(() -> Show.text("one\ntwo")));
        Table table = Table.create("t", DoubleColumn.create("x", 1, 2.345));
        assertEquals("   x\n1.00\n2.35\n", printed(() -> Show.table(table)));
        assertEquals("  x\n1.0\n2.3\n", printed(() -> Show.table(table, 1)));
    }
}
