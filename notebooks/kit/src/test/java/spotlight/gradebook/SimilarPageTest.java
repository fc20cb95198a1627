package spotlight.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about similar hand-ins, and the lines it is made from. */
class SimilarPageTest {
    private static final List<String> LINES = List.of("compared\t3", "left\tzoe",
            "pair\tada\tbob\t0.875\t40",
            "match\t10\tada/ch02/OneWeight.java\t1\t1\tbob/ch02/OneWeight.java\t2\t3",
            "match\t30\tada/ch02/OneWeight.java\t2\t3\tbob/ch02/OneWeight.java\t1\t2",
            "pair\tada\teve\t0.0\t0");

    @TempDir
    Path handIns;

    @BeforeEach
    void handIn() throws IOException {
        write("ada/ch02/OneWeight.java", "a1\na2 <script>\na3\n");
        write("bob/ch02/OneWeight.java", "b1\nb2\nb3\n");
    }

    @Test
    void linesBecomePairsWithTheirMatches() {
        SimilarPairs found = SimilarPairs.parse(LINES);
        assertEquals(3, found.compared());
        assertEquals(List.of("zoe"), found.left());
        assertEquals(List.of("ada", "ada"), found.pairs().stream().map(SimilarPairs.Pair::first).toList());
        assertEquals(List.of(10, 30), found.pairs().get(0).matches().stream().map(SimilarPairs.Match::tokens).toList());
        assertEquals("ch02/OneWeight.java:2-3", found.pairs().get(0).matches().get(0).second().text());
    }

    @Test
    void pairsAndTheirIdsAreInOrderWhateverWasComparedFirst() {
        SimilarPairs found = SimilarPairs.parse(List.of("left\tzoe", "left\tann", "pair\teve\tada\t0.5\t9",
                "match\t9\teve/A.java\t1\t1\tada/A.java\t7\t8", "pair\tbob\tada\t0.5\t9"));
        assertEquals(List.of("ann", "zoe"), found.left());
        assertEquals(List.of("bob", "eve"), found.pairs().stream().map(SimilarPairs.Pair::second).toList());
        assertEquals(new SimilarPairs.Place("ada/A.java", 7, 8), found.pairs().get(1).matches().get(0).first());
    }

    @Test
    void anUnknownLineIsNamed() {
        assertEquals("line 2 of the comparison is unknown: pear\\u001B", assertThrows(IllegalArgumentException.class,
                () -> SimilarPairs.parse(List.of("compared\t3", "pear\u001B"))).getMessage());
    }

    @Test
    void theMostSimilarStandSideBySideLongestFirst() {
        String page = page();
        assertTrue(page.contains("<td class=\"number\">88 %</td><td><a href=\"#pair-0\"><bdi>Ada &lt;L&gt;</bdi> and "
                + "<bdi>bob</bdi></a></td><td class=\"number\">3</td>"), page);
        assertTrue(page.contains("<figcaption><bdi>Ada &lt;L&gt;</bdi> · ch02/OneWeight.java:2-3</figcaption><pre>"
                + "a2 &lt;script&gt;\na3\n</pre>"), page);
        assertTrue(page.indexOf("a2 &lt;script") < page.indexOf("<pre>a1"));
    }

    @Test
    void pairsThatShareNothingAreNotListed() {
        assertFalse(page().contains("<bdi>eve</bdi>"));
        assertTrue(page().contains("Not compared, because they are too short or no Java: <bdi>zoe</bdi>."));
    }

    @Test
    void aFileOutsideTheFolderIsNotShown() {
        SimilarPairs found = SimilarPairs.parse(List.of("pair\tada\tbob\t1.0\t9",
                "match\t9\t../secret.java\t1\t1\tbob/ch02/OneWeight.java\t1\t1"));
        assertEquals("the comparison names a file outside its folder", assertThrows(IllegalArgumentException.class,
                () -> new SimilarPage(found, Map.of(), handIns).html("similar.zip", true)).getMessage());
    }

    private String page() {
        return new SimilarPage(SimilarPairs.parse(LINES), Map.of("ada", "Ada <L>"), handIns).html("similar.zip", true);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(handIns.resolve(file).getParent());
        Files.writeString(handIns.resolve(file), text);
    }
}
