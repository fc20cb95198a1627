package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.nn.Mask;
import spotlight.nn.MultiHeadAttention;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

class AttentionLayerTest {
    private final Weights weights = new Weights();
    private final AttentionLayer layer = AttentionLayer.init(8, 2, weights.in("self_attn"), new TorchRandom(1));
    private final Tensor x = Expect.random(1, 2, 5, 8);
    private final Tensor memory = Expect.random(2, 2, 3, 8);

    private MultiHeadAttention readable() {
        Weights w = layer.weights();
        return MultiHeadAttention.fromTorch(2, w.get("in_proj_weight").value(), w.get("in_proj_bias").value(),
                w.get("out_proj.weight").value(), w.get("out_proj.bias").value());
    }

    @Test
    void computesWhatTheReadableOneDoes() {
        Expect.close(readable().apply(x, x, x, Mask.causal(5)).output(),
                layer.self(Var.constant(x), true, Mask.none()).value(), 1e-5); // float32 sums in another order
        Expect.close(readable().apply(x, memory, memory, Mask.none()).output(),
                layer.cross(Var.constant(x), Var.constant(memory), Mask.none()).value(), 1e-5);
    }

    @Test
    void mapsBearTheNameOfTheWeights() {
        try (AttentionMaps maps = AttentionMaps.record()) {
            layer.cross(Var.constant(x), Var.constant(memory), Mask.none());
            Expect.close(readable().apply(x, memory, memory, Mask.none()).weights(), maps.get("self_attn"), 1e-6);
        }
    }

    @Test
    void namesAreThoseOfPyTorch() {
        assertEquals(List.of("in_proj_weight", "in_proj_bias", "out_proj.weight", "out_proj.bias"),
                List.copyOf(layer.weights().all().keySet()));
    }

    @Test
    void headsMustDivideTheVectors() {
        Expect.error("attention: dModel 8 is not a multiple of heads 3",
                () -> AttentionLayer.init(8, 3, new Weights(), new TorchRandom(1)));
    }
}
