package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

class AlignmentTest {
    private static final TransformerConfig CONFIG = TransformerConfig.of(11, 13, 2, LayerConfig.of(8, 2, 12));

    private final Tensor first = Tensor.of(new float[] {1, 0, 0, 1, 0, 1, 1, 0}, 2, 2, 2); // straight, crossed
    private final Tensor second = Tensor.of(new float[] {1, 0, 0, 1, 1, 0, 0, 1}, 2, 2, 2); // straight twice
    private final Alignment alignment = new Alignment(List.of(first, second));

    @Test
    void headsAndMeans() {
        Expect.equal(Tensor.matrix(new float[][] {{0, 1}, {1, 0}}), alignment.head(0, 1));
        Expect.equal(Tensor.matrix(new float[][] {{0.5f, 0.5f}, {0.5f, 0.5f}}), alignment.mean(0));
        Expect.equal(Tensor.matrix(new float[][] {{0.75f, 0.25f}, {0.25f, 0.75f}}), alignment.mean());
    }

    @Test
    void rowsAreTheMomentsOfWriting() {
        Transformer model = Transformer.init(CONFIG, new TorchRandom(1));
        Alignment made = Alignment.of(model, new int[] {3, 4, 5}, new int[] {6, 7});
        try (AttentionMaps maps = AttentionMaps.record()) {
            model.logits(new int[] {3, 4, 5}, new int[] {1, 6}, 1); // bos writes 6, 6 writes 7
            Expect.equal(maps.get("decoder.layers.1.multihead_attn").select(0, 0), made.layers().get(1));
        }
        assertEquals(2, made.layers().size());
        Expect.close(Tensor.ones(2), made.mean().sum(-1), 1e-6);
    }

    @Test
    void errorsNameShapeOrModel() {
        Expect.error("alignment: layers [] are not all [H,T,S]", () -> new Alignment(List.of()));
        Expect.error("alignment: layers [[2,2,2], [2,2]] are not all [H,T,S]",
                () -> new Alignment(List.of(first, Tensor.zeros(2, 2))));
        Transformer model = Transformer.init(CONFIG, new TorchRandom(1));
        Expect.error("transformer: 0 ids in 1 sequences, there must be one at least",
                () -> Alignment.of(model, new int[] {3}, new int[0]));
    }
}
