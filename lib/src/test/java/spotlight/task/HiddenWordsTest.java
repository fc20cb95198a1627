package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.data.stories.Grammar;
import spotlight.data.stories.StoryText;
import spotlight.text.Words;

class HiddenWordsTest {
    private static final Grammar GRAMMAR = Grammar.of("story = <a=child.name> ran . <a.He> <fell> .\n"
            + "fell = fell | 3* sang\nchild(name he) = Mia she | Zoe she | Tom he");
    private static final Words WORDS = Words.of(List.of(".", "He", "Mia", "She", "Tom", "Zoe", "fell", "ran", "sang"),
            "<pad>", HiddenWords.MASK);

    private static HiddenWords hide(String story, int... places) {
        int[] ids = WORDS.encode(story);
        int[] hidden = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            hidden[i] = ids[places[i]];
            ids[places[i]] = WORDS.id(HiddenWords.MASK);
        }
        return new HiddenWords(WORDS, ids, places, hidden);
    }

    @Test
    void theBestGuesserByHand() {
        HiddenWords.Best best = hide("Tom ran. He fell.", 0, 4).best(GRAMMAR);
        assertEquals(1 + 3 / 4.0, best.expected(), 1e-12, "Tom for sure, sang with 3/4");
        assertEquals(1, best.right(), "it fell");
        assertEquals(2 / 3.0 + 2 / 3.0, hide("Mia ran. She fell.", 0, 3).best(GRAMMAR).expected() + 1 / 3.0, 1e-12,
                "one of three, and two of three are she");
    }

    @Test
    void fifteenPercentOfTheWordsAreHiddenAndNoPunctuation() {
        int[] story = WORDS.encode("Mia ran. She sang. ".repeat(10));
        HiddenWords first = HiddenWords.of(WORDS, List.of(story, story), 3).get(0);
        assertEquals(6, first.places().length, "15 % of 40 words");
        for (int i = 0; i < 6; i++) {
            assertEquals(WORDS.id(HiddenWords.MASK), first.ids()[first.places()[i]]);
            assertEquals(story[first.places()[i]], first.hidden()[i]);
            assertEquals(true, first.hidden()[i] > 2);
        }
        assertArrayEquals(first.places(), HiddenWords.of(WORDS, List.of(story), 3).get(0).places(), "always the same");
    }

    @Test
    void guessesAreCountedAndShown() {
        HiddenWords question = hide("Tom ran. He fell.", 0, 4);
        int[] guesses = {WORDS.id("Tom"), WORDS.id("sang")};
        assertEquals(1, question.right(guesses));
        assertEquals("[Tom] ran. He [sang, not fell].", question.show(guesses, StoryText::text));
    }
}
