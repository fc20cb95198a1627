package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.data.Parallel;
import spotlight.model.LayerConfig;
import spotlight.model.Transformer;
import spotlight.model.TransformerConfig;
import spotlight.model.Weights;
import spotlight.random.TorchRandom;

class LanguagesTest {
    private final Languages languages = Languages
            .of(List.of(new Parallel("She reads.", "她看书。"), new Parallel("Reads she?", "她看书吗？")));

    private Transformer model() {
        return Transformer.init(TransformerConfig.of(languages.english().vocab(), languages.chinese().vocab(), 2,
                LayerConfig.of(8, 2, 16)), new TorchRandom(0));
    }

    @Test
    void englishIsReadByWordsAndChineseWrittenByCharacters() {
        assertArrayEquals(languages.read("She reads."), languages.read("she READS."));
        assertEquals(3, languages.read("She reads.").length);
        int[] ids = languages.write("她看书。");
        assertEquals(6, ids.length);
        assertEquals(1, ids[0], "bos of the models");
        assertEquals(2, ids[5], "eos of the models");
        assertEquals("她看书。", languages.chinese().decode(ids));
    }

    @Test
    void aStrangeWordIsUnknown() {
        assertEquals(3, languages.read("She sleeps.")[1]);
    }

    @Test
    void theyAreKeptWithTheModel() {
        Languages kept = Languages.of(new Model(new Weights(), languages.about()));
        assertArrayEquals(languages.read("Reads she?"), kept.read("Reads she?"));
        assertArrayEquals(languages.write("她看书吗？"), kept.write("她看书吗？"));
        assertEquals(languages.english().vocab(), kept.english().vocab());
        assertEquals(languages.chinese().vocab(), kept.chinese().vocab());
    }

    @Test
    void eachCharacterIsAlignedWithAWordOfTheSource() {
        String alignment = languages.alignment(model(), "She reads.", "她看书。");
        assertEquals("她看书。", alignment.replaceAll("<-(she|reads|\\.)( |$)", ""));
    }

    @Test
    void greedyAndBeamWriteASentenceForEach() {
        List<String> sources = List.of("She reads.", "Reads she?");
        assertEquals(2, languages.greedy(model(), sources).size());
        assertTrue(languages.beam(model(), sources).stream().allMatch(text -> text.length() <= Languages.MOST));
    }
}
