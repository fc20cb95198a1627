package spotlight.data.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTextTest {
    private static final List<String> WORDS = List.of("Alas", ",", "Mia", "ran", ".", "Soon", "she", "fell", "!");

    @Test
    void marksStandWithoutASpaceBeforeThem() {
        assertEquals("Alas, Mia ran. Soon she fell!", StoryText.text(WORDS));
        assertTrue(StoryText.isMark(","));
        assertFalse(StoryText.isMark("a"));
    }

    @Test
    void textToWordsAndBack() {
        assertEquals(WORDS, StoryText.words("Alas, Mia ran. Soon she fell!"));
    }

    @Test
    void charactersOfTheWordsAreThoseOfTheTextAndItsEnd() {
        assertEquals(StoryText.text(WORDS).length() + 1, WORDS.stream().mapToInt(StoryText::characters).sum());
    }
}
