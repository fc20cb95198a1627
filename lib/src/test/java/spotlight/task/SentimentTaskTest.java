package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.model.SentimentTransformer;
import spotlight.text.Words;

class SentimentTaskTest {

    /** Far from the goal: it learns from plain and intensified reviews only, and knows nothing of negation. */
    @Test
    void aSmallTrainingLearnsPlainReviews() {
        Card card = Run.quick(0).perform(new SentimentTask());
        Result result = card.result();
        Score all = result.scores().get(0);
        assertEquals("accuracy on held-out reviews", all.what());
        assertEquals(97, all.goal());
        assertTrue(result.value("accuracy, plain") > 70, result.scores().toString());
        assertTrue(result.value("bag of words, held-out negation and contrast") < 80, result.scores().toString());
        Words words = SentimentTask.words(card.model("transformer"));
        SentimentTransformer transformer = SentimentTask.transformer(card.model("transformer"));
        assertEquals(2, transformer.logits(words.encode("the film was not bad at all ."), 1).size(1),
                "can be used again");
    }
}
