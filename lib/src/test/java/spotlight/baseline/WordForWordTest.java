package spotlight.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spotlight.data.DataFolder;
import spotlight.data.Parallel;
import spotlight.data.translation.TranslationCorpus;
import spotlight.train.Bleu;

class WordForWordTest {

    @Test
    void eachWordBecomesItsEntryInTheOrderOfTheSource() {
        WordForWord translator = new WordForWord(
                Map.of("i", "我", "drank", "喝", "a", "一", "the", "", "cup", "杯子", "cup of tea", "茶"));
        assertEquals("我喝一茶。", translator.translate("I drank a cup of tea."));
        assertEquals("我喝杯子？", translator.translate("I drank the cup?"));
    }

    @Test
    void aStrangeWordStays() {
        assertEquals("我xylophone，我", new WordForWord(Map.of("i", "我")).translate("I xylophone, I"));
    }

    /** The order of words is most of the work: with every word known, BLEU stays below 40. */
    @Test
    void onTheCorpusOfTheCourseItIsNotEnough() {
        WordForWord translator = new WordForWord(TranslationCorpus.dictionary());
        List<Parallel> pairs = TranslationCorpus.read(DataFolder.find(), TranslationCorpus.HELD_OUT);
        List<String> texts = pairs.stream().map(pair -> translator.translate(pair.source())).toList();
        double bleu = Bleu.ofCharacters(texts, pairs.stream().map(Parallel::target).toList()).score();
        assertTrue(bleu > 25 && bleu < 40, "BLEU " + bleu);
        assertTrue(texts.stream().noneMatch(text -> text.matches(".*[a-z].*")), "every word is in the dictionary");
    }
}
