package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Activation;

class LayerConfigTest {
    @Test
    void beginsAsThePaperAndChangesOneThingAtATime() {
        LayerConfig c = LayerConfig.of(8, 2, 16);
        assertEquals(new LayerConfig(8, 2, 16, Activation.RELU, false, Norm.LAYER_NORM, 1e-5f), c);
        assertEquals(new LayerConfig(8, 2, 16, Activation.GELU, true, Norm.STD_PLUS_EPS, 1e-3f),
                c.with(Activation.GELU).withPreNorm().with(Norm.STD_PLUS_EPS, 1e-3f));
    }

    @Test
    void errorsNameTheSizes() {
        Expect.error("layer: dModel 8 is not a multiple of heads 3", () -> LayerConfig.of(8, 3, 16));
        Expect.error("layer: dModel 8, heads 0, dFf 16 must all be at least 1", () -> LayerConfig.of(8, 0, 16));
    }
}
