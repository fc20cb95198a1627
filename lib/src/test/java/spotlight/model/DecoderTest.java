package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

class DecoderTest {
    private static final LayerConfig CONFIG = LayerConfig.of(8, 2, 12);
    private final Decoder decoder = Decoder.init(2, CONFIG, true, new Weights(), new TorchRandom(3));
    private final Var x = Var.constant(Expect.random(1, 2, 4, 8));
    private final Var memory = Var.constant(Expect.random(2, 2, 3, 8));

    @Test
    void weightsBeginAsInPyTorch() {
        assertEquals(1566343332L, Checksum.of(decoder.weights())); // nn.TransformerDecoder after manual_seed(3)
    }

    @Test
    void layersComeOneAfterTheOther() {
        Var y = decoder.layer(1).apply(decoder.layer(0).apply(x, memory), memory);
        Expect.equal(Layers.norm(decoder.weights(), "norm", y, 1e-5f).value(), decoder.apply(x, memory).value());
    }

    @Test
    void everyLayerLeavesTwoMaps() {
        try (AttentionMaps maps = AttentionMaps.record()) {
            decoder.apply(x, memory);
            assertEquals("[layers.0.self_attn, layers.0.multihead_attn, layers.1.self_attn, layers.1.multihead_attn]",
                    maps.all().keySet().toString());
            Expect.close(Tensor.ones(2, 2, 4), maps.get("layers.1.multihead_attn").sum(-1), 1e-6);
            assertEquals(0, maps.get("layers.0.self_attn").at(0, 0, 1, 2)); // the future
        }
    }
}
