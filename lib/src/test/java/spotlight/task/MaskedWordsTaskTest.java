package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import spotlight.model.Bert;
import spotlight.text.Words;

class MaskedWordsTaskTest {

    /** Far from the goal, but it has learned where which words stand. */
    @Test
    void aSmallTrainingBeatsTheMostFrequentWord() {
        Card card = Run.quick(0).perform(new MaskedWordsTask());
        Score score = card.result().scores().get(0);
        Map<String, Double> beside = score.baselines();
        assertEquals("hidden words guessed", score.what());
        assertTrue(score.value() > beside.get("most frequent word"), score + "");
        double best = beside.get("best possible, exactly");
        assertEquals(best, beside.get("its guesses here"), 8,
                "within four standard deviations of 300 guesses: 4 * 2 %");
        assertTrue(beside.get("two neighbours") < 0.75 * best, score + "");
        Words words = MaskedWordsTask.words(card.model("bert"));
        Bert bert = MaskedWordsTask.bert(card.model("bert"));
        assertEquals(words.vocab(), bert.logits(words.encode("Mia ran."), 1).size(2), "it can be used again");
    }
}
