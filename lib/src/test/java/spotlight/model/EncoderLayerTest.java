package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

/** Values and gradients are those of PyTorch: {@link spotlight.golden}. */
class EncoderLayerTest {
    private static final LayerConfig CONFIG = LayerConfig.of(8, 2, 16);
    private final Var x = Var.constant(Expect.random(1, 2, 5, 8));

    private static EncoderLayer layer(LayerConfig config) {
        return EncoderLayer.init(config, new Weights(), new TorchRandom(1));
    }

    @Test
    void withNormsAfterTheSumEachVectorIsNormalised() {
        Tensor y = layer(CONFIG).apply(x).value();
        Expect.close(Tensor.ones(2, 5), y.square().mean(-1), 1e-4); // variance / (variance + eps)
    }

    @Test
    void withNormsBeforeTheInputIsCarriedThrough() {
        Weights silent = layer(CONFIG).weights();
        for (String name : List.of("self_attn.out_proj.weight", "linear2.weight", "linear2.bias")) {
            Arrays.fill(silent.get(name).value().data(), 0);
        }
        Expect.equal(x.value(), new EncoderLayer(CONFIG.withPreNorm(), silent).apply(x).value());
    }

    @Test
    void theVariantOfTheNormIsAnOption() {
        Weights weights = layer(CONFIG).weights();
        LayerConfig variant = CONFIG.with(Norm.STD_PLUS_EPS, 1e-5f);
        float difference = new EncoderLayer(CONFIG, weights).apply(x).value()
                .maxAbsDiff(new EncoderLayer(variant, weights).apply(x).value());
        assertEquals(1e-5, difference, 9e-5); // small for vectors of this size, but not 0
    }

    @Test
    void dropoutChangesWhatIsTrained() {
        EncoderLayer layer = layer(CONFIG);
        Dropout dropout = new Dropout(0.5, new TorchRandom(2));
        Tensor y = layer.apply(x, Tensor.scalar(0), dropout).value();
        assertTrue(y.maxAbsDiff(layer.apply(x).value()) > 0.1);
    }
}
