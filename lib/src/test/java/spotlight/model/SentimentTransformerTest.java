package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.model.SentimentTransformer.Config;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

class SentimentTransformerTest {
    private static final Config SMALL = Config.of(20, 6, 2, 8, 2, 3);
    private final SentimentTransformer small = SentimentTransformer.init(SMALL, new TorchRandom(1));

    /** The first loss the tutorial prints, after seed 0: 32 random texts of 20 random words. */
    private static float firstLoss(Config config, boolean training) {
        TorchRandom random = new TorchRandom(0);
        SentimentTransformer model = SentimentTransformer.init(config, random);
        int[] ids = random.randint(0, 1000, 32 * 20);
        int[] labels = random.randint(0, 2, 32);
        return model.loss(ids, labels, training ? new Dropout(0.1, random) : Dropout.NONE).item();
    }

    @Test
    void isTheTutorialsModelToTheBit() {
        SentimentTransformer model = SentimentTransformer.init(Config.published(), new TorchRandom(0));
        assertEquals(532_930, model.weights().count());
        assertEquals(365766856L, Checksum.of(model.weights())); // of the tutorial's after manual_seed(0)
    }

    @Test
    void theLossAsPublishedAndRepaired() {
        assertEquals(0.6973883, firstLoss(Config.published(), true), 2e-6); // the tutorial prints 0.6974
        assertEquals(0.6978379, firstLoss(Config.repaired(), true), 2e-6);
        assertEquals(0.6989742, firstLoss(Config.published(), false), 2e-6);
        assertEquals(0.6984112, firstLoss(Config.repaired(), false), 2e-6);
    }

    @Test
    void asPublishedATextIsJudgedByItsNeighbours() {
        int[] two = {3, 4, 5, 6, 7, 8};
        int[] others = {3, 4, 5, 9, 9, 9};
        Config published = new Config(20, 6, 2, 8, 2, 32, 4, 3, Config.NO_PADDING, true);
        SentimentTransformer model = new SentimentTransformer(published, small.weights());
        assertTrue(model.logits(two, 2).value().slice(0, 0, 1)
                .maxAbsDiff(model.logits(others, 2).value().slice(0, 0, 1)) > 1e-3);
        Expect.equal(small.logits(two, 2).value().slice(0, 0, 1), small.logits(others, 2).value().slice(0, 0, 1));
    }

    @Test
    void paddingChangesNothing() {
        Tensor alone = small.logits(new int[] {3, 4, 5}, 1).value();
        Tensor filled = small.logits(new int[] {3, 4, 5, 0, 0, 9, 8, 7, 6, 5}, 2).value().slice(0, 0, 1);
        Expect.close(alone, filled, 1e-6);
    }

    @Test
    void mapsOfEachBlock() {
        try (AttentionMaps maps = AttentionMaps.record()) {
            small.logits(new int[] {3, 4, 5, 6, 0, 0}, 2);
            assertEquals("[transformer_blocks.0.self_attention, transformer_blocks.1.self_attention]",
                    maps.all().keySet().toString());
            Expect.equal(Tensor.matrix(new float[][] {{1, 0, 0}}),
                    maps.get("transformer_blocks.0.self_attention").select(0, 1).select(0, 0).slice(0, 0, 1));
        }
    }

    @Test
    void errorsNameTheText() {
        Expect.error("sentiment: id 20 at [1,0] is outside the vocabulary of 20",
                () -> small.logits(new int[] {3, 4, 20, 6}, 2));
        Expect.error("sentiment: 7 tokens are more than the context of 6", () -> small.logits(new int[7], 1));
        Expect.error("sentiment: sequence 1 is nothing but padding", () -> small.logits(new int[] {3, 4, 0, 0}, 2));
        Expect.error("sentiment: 0 ids in 1 sequences, there must be one at least",
                () -> small.logits(new int[0], 1));
        Expect.error("sentiment: attention across the batch knows no padding, but the padding id is 0",
                () -> new Config(20, 6, 2, 8, 2, 32, 4, 3, 0, true));
        Expect.error("sentiment: vocab 20, context 6, layers 0, hidden 4, classes 3 must all be at least 1",
                () -> Config.of(20, 6, 0, 8, 2, 3));
    }
}
