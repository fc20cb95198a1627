package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.model.Decoding;
import spotlight.model.Transformer;
import spotlight.text.Words;

class SummariesTaskTest {

    /** Far from the goal, but nearer to the headlines than the first sentence is. */
    @Test
    void aSmallTrainingBeatsTheFirstSentence() {
        Card card = Run.quick(0).perform(new SummariesTask());
        Score exact = card.result().scores().get(0);
        assertEquals("headlines that match exactly", exact.what());
        assertEquals(90, exact.goal());
        assertEquals(0, exact.baselines().get("first sentence"));
        Score rouge = card.result().scores().get(2);
        assertEquals("ROUGE-L", rouge.what());
        assertTrue(rouge.value() > rouge.baselines().get("first sentence") + 5, rouge.toString());
        Words words = SummariesTask.words(card.model("transformer"));
        Transformer transformer = SummariesTask.transformer(card.model("transformer"));
        int[] report = words.encode("A flood hit Kelby on Monday. 7 families had to leave their homes.");
        assertTrue(Decoding.greedy(transformer, List.of(report), 16).get(0).length > 0, "it can be used again");
    }
}
