package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChatTaskTest {

    /** Far from the goal, but better than looking for the nearest question. */
    @Test
    void aSmallTrainingBeatsTheNearestQuestion() {
        Card card = Run.quick(0).perform(new ChatTask());
        Score right = card.result().scores().get(0);
        assertEquals("held-out questions answered correctly", right.what());
        assertEquals(95, right.goal());
        double nearest = right.baselines().get("nearest training question");
        assertTrue(nearest > right.baselines().get("most frequent answer"), right.toString());
        assertTrue(right.value() > nearest + 5, right.toString());
        assertTrue(Chat.of(card.model("gpt")).say("What is attention?").length() > 0, "it can talk");
    }
}
