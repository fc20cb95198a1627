package spotlight.data.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordTest {
    private final Word book = new Word("noun", Map.of("base", "book", "plural", "books", "zh", "书", "m", "本"),
            Set.of());

    @Test
    void theEmptyFormIsTheBaseOfTheLanguage() {
        assertEquals("book", book.english(""));
        assertEquals("书", book.chinese(""));
        assertEquals("本", book.chinese("m"));
    }

    @Test
    void aMissingFormIsNamed() {
        assertEquals("words.txt: noun \"book\" has no form \"past\"",
                assertThrows(IllegalArgumentException.class, () -> book.english("past")).getMessage());
    }
}
