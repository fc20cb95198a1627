package spotlight.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableHtmlTest {
    private final Table table = Table.create("weights", StringColumn.create("token", "我", "<b>"),
            DoubleColumn.create("weight", 0.25, -0.001), IntColumn.create("place", 1, 22));

    @Test
    void numbersStandRightAndTextLeft() {
        String html = TableHtml.html(table, 2);
        assertTrue(html.contains("<th scope=\"col\" align=\"right\" style=\"text-align:right\">weight</th>"), html);
        assertTrue(html.contains("<td align=\"right\" style=\"text-align:right\">0.25</td>"), html);
        assertTrue(html.contains("<td align=\"right\" style=\"text-align:right\">22</td>"), html);
        assertTrue(html.contains("<td align=\"left\" style=\"text-align:left\">我</td>"), html);
        assertTrue(html.contains("<caption>weights</caption>"), html);
    }

    @Test
    void textIsEscapedAndNothingIsScripted() {
        String html = TableHtml.html(table, 2);
        assertTrue(html.contains("&lt;b&gt;"));
        assertFalse(html.contains("<script"));
    }

    @Test
    void plainColumnsLineUpAlsoUnderHanzi() {
        assertEquals("""
                token  weight  place
                我       0.25      1
                <b>      0.00     22""", TableHtml.plain(table, 2));
    }

    @Test
    void missingIsEmptyAndInfinityASign() {
        Table odd = Table.create("", DoubleColumn.create("x", Double.NaN, Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY));
        assertEquals(" x\n\n ∞\n-∞", TableHtml.plain(odd, 2));
        assertFalse(TableHtml.html(odd, 2).contains("caption"));
    }

    @Test
    void longTablesAreCutWithANote() {
        Table many = Table.create("many", IntColumn.create("n", new int[250]));
        assertTrue(TableHtml.html(many, 0).endsWith("<p>… and 150 more rows</p>\n"));
        assertTrue(TableHtml.plain(many, 0).endsWith("\n… and 150 more rows"));
    }

    @Test
    void htmlWithoutItsTags() {
        assertEquals("a < b & c", TableHtml.withoutTags("<p>a &lt; <i>b</i> &amp; c</p>"));
        assertEquals("one\ntwo", TableHtml.withoutTags("one<br>two"));
        assertEquals("a  1\nb  2", TableHtml.withoutTags(
                "<table>\n<tr><td>a</td><td>1</td></tr>\n <tr><td>b</td><td>2</td></tr></table>"));
    }

    @Test
    void svgIsDescribed() {
        assertEquals("words", TableHtml.description("<svg><title>t</title><desc>words</desc></svg>"));
        assertEquals("t", TableHtml.description("<svg><title>t</title></svg>"));
        assertEquals("picture", TableHtml.description("<svg/>"));
    }
}
