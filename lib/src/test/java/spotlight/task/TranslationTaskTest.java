package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.model.Transformer;

class TranslationTaskTest {

    @Test
    void aSmallTrainingAlreadyPutsWordsInOrder() {
        Card card = Run.quick(0).perform(new TranslationTask());
        Score bleu = card.result().scores().get(0);
        assertEquals("BLEU on held-out sentences, by characters", bleu.what());
        assertTrue(bleu.value() > 45, bleu + ""); // 66 on the machine it was written on
        assertTrue(bleu.baselines().get("word for word") < 40, bleu + "");
        Model kept = card.model("transformer");
        Transformer again = TranslationTask.transformer(kept);
        Languages languages = Languages.of(kept);
        String sample = card.result().samples().get(0);
        String source = sample.substring(0, sample.indexOf(" -> "));
        String translation = languages.greedy(again, List.of(source)).get(0);
        assertTrue(sample.startsWith(source + " -> " + translation), "it can be used again: " + sample);
    }
}
