package spotlight.data.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GrammarTest {
    private static final String WORDS = """
            # measure words
            [noun: base, plural, zh, m, tags]
            book | books | 书 | 本 | paper
            dog | dogs | 狗 | 只 | animal
            """;

    private static String message(String grammar, String words) {
        return assertThrows(IllegalArgumentException.class, () -> new Grammar(grammar, words)).getMessage();
    }

    @Test
    void bothSidesAreBuiltTogether() {
        Grammar grammar = new Grammar("thing 1 : two {noun@*.plural} => 两{noun.m}{noun}\n"
                + "sentence 1 : I bought {thing@animal} yesterday => 我昨天买了{thing}\n", WORDS);
        Phrase sentence = grammar.derive("sentence", new SplittableRandom(0));
        assertEquals("I bought two dogs yesterday", sentence.english(""));
        assertEquals("我昨天买了两只狗", sentence.chinese(""));
    }

    @Test
    void rulesAreChosenByTheirWeights() {
        Grammar grammar = new Grammar("who 3 : we => 我们\nwho 1 : they => 他们\n", WORDS);
        SplittableRandom random = new SplittableRandom(0);
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < 10_000; i++) {
            counts.merge(grammar.derive("who", random).english(""), 1, Integer::sum);
        }
        assertEquals(7_500, counts.get("we"), 200); // 4.6 standard errors of 43
    }

    /** A fifth of these sentences are derived more than once, and always with the same translation. */
    @Test
    void aSentenceHasOneTranslation() {
        Grammar grammar = Grammar.ofCourse();
        SplittableRandom random = new SplittableRandom(1);
        Map<String, String> translations = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            Sentence sentence = Sentence.random(grammar, random);
            String before = translations.putIfAbsent(sentence.english(), sentence.chinese());
            assertEquals(before == null ? sentence.chinese() : before, sentence.chinese(), sentence.english());
        }
    }

    @Test
    void errorsNameFileAndLine() {
        assertEquals("grammar.txt:2: no } after \"{noun\"", message("# a comment\nthing 1 : {noun => x\n", WORDS));
        assertEquals("words.txt:2: 1 columns, expected [base, zh]", message("", "[noun: base, zh]\nbook\n"));
        assertEquals("grammar.txt: nothing is called verb, which thing is built of",
                message("thing 1 : {verb} => {verb}\n", WORDS));
        Grammar grammar = new Grammar("thing 1 : {noun@food} => {noun}\n", WORDS);
        assertEquals("words.txt: no noun has the tag food", assertThrows(IllegalArgumentException.class,
                () -> grammar.derive("thing", new SplittableRandom(0))).getMessage());
    }
}
