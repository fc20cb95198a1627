package spotlight.data.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SentenceTest {
    private static final String WORDS = """
            [noun: base, zh, tags]
            umbrella | 雨伞 | held
            """;

    private static Sentence of(String grammar) {
        return Sentence.random(new Grammar(grammar, WORDS), new SplittableRandom(0));
    }

    @Test
    void englishBeginsWithACapitalAndSaysAn() {
        assertEquals("A useful uncle has an umbrella, an old one.",
                of("sentence 1 : a useful uncle has a {noun}, a old one. => x\n").english());
    }

    @Test
    void depthCountsClausesInsideEachOther() {
        assertEquals(0, of("sentence 1 : rain. => 雨。\n").depth());
        assertEquals(2,
                of("sentence reported 1 : I say {clause}. => x\nclause relative 1 : what rains => x\n").depth());
    }

    @Test
    void aHeldNounInASpecialConstructionIsACombination() {
        assertTrue(of("sentence ba 1 : open {thing}. => x\nthing 1 : the {noun} => x\n").combines());
        assertFalse(of("sentence 1 : open {thing}. => x\nthing 1 : the {noun} => x\n").combines());
    }

    @Test
    void nobodyComesTwice() {
        Grammar grammar = Grammar.ofCourse();
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 3000; i++) {
            String english = Sentence.random(grammar, random).english();
            assertFalse(english.matches("(I|.* I) .*\\bme\\b.*|.*\\b[yY]ou\\b.*\\byou\\b.*"), english);
        }
    }
}
