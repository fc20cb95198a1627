package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

class EncoderTest {
    private static final LayerConfig CONFIG = LayerConfig.of(8, 2, 12).withPreNorm();
    private final Encoder encoder = Encoder.init(2, CONFIG, true, new Weights(), new TorchRandom(3));
    private final Var x = Var.constant(Expect.random(1, 2, 5, 8));

    @Test
    void weightsBeginAsInPyTorch() {
        assertEquals(3893086811L, Checksum.of(encoder.weights())); // nn.TransformerEncoder after manual_seed(3)
        Expect.equal(encoder.weights().get("layers.0.linear1.weight").value(),
                encoder.weights().get("layers.1.linear1.weight").value()); // copies
    }

    @Test
    void layersComeOneAfterTheOther() {
        Weights w = encoder.weights();
        Var y = new EncoderLayer(CONFIG, w.in("layers.1")).apply(new EncoderLayer(CONFIG, w.in("layers.0")).apply(x));
        Expect.equal(Layers.norm(w, "norm", y, 1e-5f).value(), encoder.apply(x).value());
    }

    @Test
    void theLastNormMayBeLeftOut() {
        Encoder plain = Encoder.init(1, CONFIG, false, new Weights(), new TorchRandom(3));
        Expect.equal(new EncoderLayer(CONFIG, plain.weights().in("layers.0")).apply(x).value(),
                plain.apply(x).value());
    }

    @Test
    void everyLayerLeavesItsMap() {
        try (AttentionMaps maps = AttentionMaps.record()) {
            encoder.apply(x);
            assertEquals("[layers.0.self_attn, layers.1.self_attn]", maps.all().keySet().toString());
            Expect.close(Tensor.ones(2, 2, 5), maps.get("layers.1.self_attn").sum(-1), 1e-6);
        }
    }
}
