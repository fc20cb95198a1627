package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.model.TransformerConfig.Sharing;
import spotlight.random.TorchRandom;
import spotlight.tensor.Buffers;
import spotlight.tensor.Tensor;
import spotlight.train.Adam;
import spotlight.train.Shards;
import spotlight.train.Trainer;

class TransformerTest {
    private static final TransformerConfig CONFIG = TransformerConfig.of(11, 13, 2, LayerConfig.of(8, 2, 12))
            .with(Translator.Marks.of(6));
    private final Transformer model = Transformer.init(CONFIG, new TorchRandom(3));
    private final int[] src = {3, 4, 5, 6, 7, 0};
    private final int[] tgt = {1, 8, 9, 2, 1, 10, 2, 0};

    @Test
    void weightsBeginAsInPyTorch() {
        assertEquals(352819899L, Checksum.of(model.weights())); // of the same modules after manual_seed(3)
        assertEquals(3077, model.weights().count());
    }

    @Test
    void theLossIsThatOfTheNextTokenWithoutPadding() {
        Tensor logits = model.logits(src, new int[] {1, 8, 9, 1, 10, 2}, 2).value().logSoftmax();
        float sum = logits.at(0, 0, 8) + logits.at(0, 1, 9) + logits.at(0, 2, 2) + logits.at(1, 0, 10)
                + logits.at(1, 1, 2);
        assertEquals(-sum / 5, model.loss(src, tgt, 2).item(), 1e-6);
    }

    @Test
    void smoothingMixesInAllTokens() {
        Tensor logits = model.logits(src, new int[] {1, 8, 9, 1, 10, 2}, 2).value().logSoftmax();
        float all = -(logits.sum() - logits.select(0, 1).select(0, 2).sum()) / 5 / 13; // rows that count
        assertEquals(0.9 * model.loss(src, tgt, 2).item() + 0.1 * all,
                model.loss(src, tgt, 2, 0.1, Dropout.NONE).item(), 1e-5);
    }

    @Test
    void paddingChangesNothing() {
        Tensor alone = model.logits(new int[] {6, 7}, new int[] {1, 10}, 1).value();
        Expect.close(alone, model.logits(src, new int[] {1, 8, 9, 1, 10, 0}, 2).value().slice(0, 1, 2).slice(1, 0, 2),
                1e-5); // float32 sums in another order
    }

    @Test
    void embeddingsMayBeShared() {
        Weights target = Transformer.init(CONFIG.with(Sharing.TARGET), new TorchRandom(3)).weights();
        assertSame(target.get("tgt_emb.weight"), target.get("generator.weight"));
        assertEquals(3077 - 13 * 8, target.count());
        TransformerConfig all = TransformerConfig.of(13, 13, 2, CONFIG.layer()).with(Sharing.ALL);
        Weights shared = Transformer.init(all, new TorchRandom(3)).weights();
        assertSame(shared.get("src_emb.weight"), shared.get("generator.weight"));
        assertEquals(3077 - (11 + 13) * 8, shared.count());
    }

    @Test
    void embeddingsMayBeUnscaled() {
        Transformer unscaled = new Transformer(CONFIG.withoutScaling(), model.weights());
        Tensor embedded = model.weights().get("src_emb.weight").value().slice(0, 3, 4);
        Tensor position = unscaled.embed("src_emb.weight", new int[] {3}, 1, 0, 1).value().select(0, 0)
                .minus(embedded);
        Expect.close(Tensor.matrix(new float[][] {{0, 1, 0, 1, 0, 1, 0, 1}}), position, 1e-6);
        Expect.close(embedded.times((float) Math.sqrt(8)).plus(position),
                model.embed("src_emb.weight", new int[] {3}, 1, 0, 1).value().select(0, 0), 1e-6);
    }

    @Test
    void mapsSayWhoLooksAtWhom() {
        try (AttentionMaps maps = AttentionMaps.record()) {
            model.logits(src, new int[] {1, 8, 1, 10}, 2);
            assertEquals(6, maps.all().size());
            Tensor map = maps.get("decoder.layers.1.multihead_attn");
            Expect.close(Tensor.ones(2, 2, 2), map.sum(-1), 1e-6);
            assertEquals(0, map.at(1, 0, 0, 2)); // padding
        }
    }

    @Test
    void learnsByShardsInRecycledMemory() {
        Trainer trainer = new Trainer(new Adam(model.weights().params(), 1e-2));
        float[] losses = trainer.train(30, step -> Shards.backward(model.weights().params(), 2, 1, (from, to) -> model
                .loss(Arrays.copyOfRange(src, from * 3, to * 3),
                        Arrays.copyOfRange(tgt, from * 4, to * 4), to - from)));
        assertTrue(losses[29] < 0.3 * losses[0], losses[0] + " to " + losses[29]); // 0.02 of it, when written
    }

    @Test
    void aModelMadeInRecycledMemoryKeepsItsPositions() {
        Transformer other;
        try (Buffers.Scope scope = Buffers.recyclePoisoned()) {
            other = new Transformer(CONFIG, model.weights());
        }
        Buffers.clear();
        Expect.equal(model.logits(src, tgt, 2).value(), other.logits(src, tgt, 2).value());
    }

    @Test
    void errorsNameIdAndPlace() {
        Expect.error("transformer: id 11 at [1,0] is outside the vocabulary of 11",
                () -> model.encode(new int[] {3, 4, 11, 5}, 2));
        Expect.error("transformer: id 97 at [0,1] is outside the vocabulary of 13",
                () -> model.logits(src, new int[] {1, 97, 1, 3}, 2));
        Expect.error("transformer: 7 tokens are more than the context of 6", () -> model.encode(new int[7], 1));
        Expect.error("transformer: 7 tokens are more than the context of 6",
                () -> model.logits(src, new int[14], 2));
        Expect.error("transformer: sequence 0 is nothing but padding", () -> model.encode(new int[4], 2));
        Expect.error("transformer: 0 ids in 1 sequences, there must be one at least",
                () -> model.encode(new int[0], 1));
        Expect.error("transformer: 2 target ids are not 2 sequences of one length with bos and eos",
                () -> model.loss(src, new int[2], 2));
        Expect.error("transformer: 5 target ids are not 2 sequences of one length with bos and eos",
                () -> model.loss(src, new int[5], 2));
    }
}
