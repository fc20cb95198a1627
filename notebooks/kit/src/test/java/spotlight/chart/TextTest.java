package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    private static final Text.Style STYLE = Text.font(12);

    @ParameterizedTest
    @ValueSource(strings = {"我喜欢在阳光明媚的春天踢足球", "我爱吃苹果", "写代码的中年人", "The quick brown fox jumps over a lazy dog",
            "√dₖ · QKᵀ → softmax, α β γ θ λ μ σ, ≤ ≥ ≠ ≈ ∞ − × ÷ ± ∑ ∏ ∂ ∇ ∈ ⟨q, k⟩ ‖x‖, x₁ x₂ xᵢ, 10⁻³ ² ³",
            "✓ ✗ ✔ ★ ☆ ● ○ ■ □ ▲ ▼ ◆ … – — ‘’ “” • ° ½ é ü ñ", "注意力，聚光灯。查询、键、值：多头“自注意力”（权重）！？"})
    void bundledFontHasWhatTheCourseWrites(String sentence) {
        assertTrue(Text.covers(sentence), sentence);
    }

    @Test
    void bundledFontHasEveryCharacterThatNotebookCodeDraws() throws IOException {
        Path notebooks = Path.of(System.getProperty("spotlight.root"), "notebooks");
        try (Stream<Path> files = Files.list(notebooks)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".ipynb")).sorted().toList()) {
                JsonArray cells = JsonParser.parseString(Files.readString(file)).getAsJsonObject()
                        .getAsJsonArray("cells");
                for (JsonElement cell : cells) {
                    if (cell.getAsJsonObject().get("cell_type").getAsString().equals("code")) {
                        String source = cell.getAsJsonObject().get("source").toString();
                        source.codePoints().forEach(point -> assertTrue(Text.covers(Character.toString(point)),
                                file.getFileName() + " draws " + Text.writtenOut(point)));
                    }
                }
            }
        }
    }

    @Test
    void widthAddsUpAndGrowsWithTheSize() {
        assertEquals(24, Text.width("足球", STYLE), 1e-9);
        assertEquals(Text.width("a", STYLE) + Text.width("b", STYLE), Text.width("ab", STYLE), 1e-9);
        assertEquals(2 * Text.width("ab", STYLE), Text.width("ab", Text.font(24)), 1e-9);
        assertTrue(Text.width("ab", Text.bold(12)) > Text.width("ab", STYLE));
    }

    @Test
    void anchorSaysWhichPartIsLeftOfTheStart() {
        assertEquals(60, inked("足球", Text.LEFT).x, 3);
        assertEquals(48, inked("足球", Text.CENTER).x, 3);
        assertEquals(36, inked("足球", Text.RIGHT).x, 3);
    }

    @Test
    void characterNoFontHasIsWrittenOut() {
        String nobodysCharacter = new String(Character.toChars(0x10FFFD));
        assertEquals("U+10FFFD", Text.writtenOut(0x10FFFD));
        assertFalse(Text.covers(nobodysCharacter));
        assertEquals(Text.width("U+10FFFD", STYLE), Text.width(nobodysCharacter, STYLE), 1e-9);
    }

    @Test
    void cutsWithAnEllipsis() {
        assertEquals("short", Text.fit("short", STYLE, 100));
        assertEquals("intern…", Text.fit("internationalization", STYLE, 50));
        assertEquals("足…", Text.fit("足球春天", STYLE, 26));
    }

    @Test
    void wrapsAtSpacesAndBetweenHanzi() {
        assertEquals(List.of("text", "generation"), Text.wrap("text generation", STYLE, 70));
        assertEquals(List.of("春天踢", "足球"), Text.wrap("春天踢足球", STYLE, 40));
        assertEquals(List.of("internationalization"), Text.wrap("internationalization", STYLE, 10));
    }

    private static Rectangle inked(String text, double anchor) {
        Pixels picture = Pixels.blank(120, 30);
        Graphics2D g = picture.graphics();
        g.setColor(Color.BLACK);
        Text.draw(g, text, STYLE, 60, 20, anchor);
        return picture.bounds(Color.BLACK);
    }
}
