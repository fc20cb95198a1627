package spotlight.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void controlCharactersAreShownAsEscapes() {
        assertEquals("red\\u001B[31m\\n\\r\\tbell\\u0007", Visible.line("red\u001B[31m\n\r\tbell\u0007"));
    }

    @Test
    void whatTurnsTheWritingDirectionIsShown() {
        assertEquals("a\\u202Eb\\u2066c\\uFEFF", Visible.line("a\u202Eb\u2066c\uFEFF"));
    }

    @Test
    void lettersOfAllScriptsStay() {
        assertEquals("Zoë 李 عمر 🙂", Visible.line("Zoë 李 عمر 🙂"));
        assertEquals("half \\uD83D", Visible.line("half \uD83D"));
    }

    @Test
    void linesKeepTheirBreaksAndTabs() {
        assertEquals("a\n\tb\\u0000", Visible.lines("a\r\n\tb\u0000"));
    }

    @Test
    void longTextIsCutBetweenLetters() {
        assertEquals("abc", Visible.cut("abc", 3));
        assertEquals("ab… and 2 more characters", Visible.cut("abcd", 2));
        assertEquals("a… and 3 more characters", Visible.cut("a🙂b", 2));
    }
}
