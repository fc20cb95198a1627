package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.model.TransformerConfig.Sharing;

class TransformerConfigTest {
    private static final LayerConfig LAYER = LayerConfig.of(8, 2, 12);

    @Test
    void beginsAsThePaperAndChangesOneThingAtATime() {
        TransformerConfig c = TransformerConfig.of(11, 13, 2, LAYER);
        Translator.Marks marks = new Translator.Marks(0, 1, 2, 64);
        assertEquals(new TransformerConfig(11, 13, marks, 2, 2, LAYER, true, Sharing.NONE), c);
        Translator.Marks others = new Translator.Marks(3, 4, 5, 9);
        assertEquals(new TransformerConfig(11, 13, others, 2, 2, LAYER, false, Sharing.TARGET),
                c.with(others).withoutScaling().with(Sharing.TARGET));
    }

    @Test
    void errorsNameTheSizes() {
        Expect.error("transformer: encoder layers 0, decoder layers 0, context 64 must all be at least 1",
                () -> TransformerConfig.of(11, 13, 0, LAYER));
        Expect.error("transformer: pad 0, bos 1 and eos 2 must be below the target's vocabulary of 2",
                () -> TransformerConfig.of(11, 2, 1, LAYER));
        Expect.error("transformer: vocabularies of 11 and 13 ids cannot share one embedding",
                () -> TransformerConfig.of(11, 13, 1, LAYER).with(Sharing.ALL));
    }
}
