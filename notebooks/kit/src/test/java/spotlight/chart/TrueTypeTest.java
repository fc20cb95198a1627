package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;

import org.junit.jupiter.api.Test;

class TrueTypeTest {
    private static final TrueType FONT = load();

    private static TrueType load() {
        try (var in = TrueType.class.getResourceAsStream("spotlight-sans.ttf")) {
            return new TrueType(in.readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void knowsWhatItHas() {
        for (String text : new String[] {"A", "é", "θ", "→", "−", "ᵀ", "₀", "✓", "★", "我", "球"}) {
            assertTrue(FONT.has(text.codePointAt(0)), text);
        }
        assertFalse(FONT.has("😀".codePointAt(0)));
        assertFalse(FONT.has(0xFFFF));
    }

    @Test
    void hanziAreOneEmWideAndDigitsAllAlike() {
        assertEquals(1, FONT.advance('我'), 1e-9);
        for (char digit = '1'; digit <= '9'; digit++) {
            assertEquals(FONT.advance('0'), FONT.advance(digit), 1e-9);
        }
    }

    @Test
    void quotationMarksAreNarrow() {
        for (char mark : "‘’“”…–—".toCharArray()) {
            assertTrue(FONT.advance(mark) <= 1.0001, "U+" + Integer.toHexString(mark));
        }
        assertTrue(FONT.advance('’') < 0.4);
    }

    @Test
    void lettersStandOnTheBaseline() {
        Rectangle2D capital = FONT.outline('H').getBounds2D();
        assertEquals(0, capital.getMaxY(), 1e-3);
        assertEquals(-0.71, capital.getMinY(), 0.02);
        assertTrue(FONT.outline('p').getBounds2D().getMaxY() > 0.15, "p hangs below");
        assertTrue(FONT.outline(' ').getBounds2D().isEmpty());
    }

    @Test
    void letterWithAHoleHasOne() {
        Rectangle2D box = FONT.outline('o').getBounds2D();
        assertFalse(FONT.outline('o').contains(box.getCenterX(), box.getCenterY()));
        assertTrue(FONT.outline('l').contains(FONT.outline('l').getBounds2D().getCenterX(), -0.3));
    }

    @Test
    void accentedLettersAreComposed() {
        Rectangle2D plain = FONT.outline('e').getBounds2D();
        Rectangle2D accented = FONT.outline('é').getBounds2D();
        assertTrue(accented.getMinY() < plain.getMinY() - 0.1);
        assertEquals(plain.getMaxY(), accented.getMaxY(), 0.01);
    }

    @Test
    void brokenFileIsRefused() {
        assertEquals("font: table head is missing",
                assertThrows(IllegalArgumentException.class, () -> new TrueType(new byte[12])).getMessage());
    }
}
