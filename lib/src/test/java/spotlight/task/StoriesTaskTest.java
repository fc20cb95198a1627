package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import spotlight.model.Gpt;
import spotlight.text.Characters;

class StoriesTaskTest {
    private static final String LOSS = "loss on held-out stories";

    /** Far from the goal, but better than knowing no character before: 2.99 nats. */
    @Test
    void aSmallTrainingBeatsSingleCharacters() {
        Card card = Run.quick(0).perform(new StoriesTask());
        Score loss = card.result().scores().get(0);
        Map<String, Double> beside = loss.baselines();
        assertEquals(LOSS, loss.what());
        assertTrue(loss.value() < beside.get("unigram"), loss + "");
        assertTrue(beside.get("best possible, exactly") > 0.19 && beside.get("best possible, exactly") < 0.22,
                loss + "");
        assertTrue(beside.get("5-gram") > 1.3 * beside.get("best possible, exactly"), "with memory one can do better");
        assertTrue(beside.get("5-gram") < beside.get("bigram") && beside.get("bigram") < beside.get("unigram")
                && beside.get("unigram") < beside.get("uniform"), loss + "");
        Characters characters = StoriesTask.characters(card.model("gpt"));
        Gpt gpt = StoriesTask.gpt(card.model("gpt"));
        assertEquals(characters.vocab(), gpt.logits(characters.encode("\nMia"), 1).size(2), "it can be used again");
    }
}
