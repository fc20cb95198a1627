package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.nn.Linear;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

class LayersTest {
    private final Weights weights = new Weights();
    private final Var x = Var.constant(Expect.random(1, 2, 3));

    @Test
    void linearBeginsAsInPyTorch() {
        Layers.initLinear(weights, "linear1", 3, 4, new TorchRandom(7));
        Tensor y = Linear.init(3, 4, new TorchRandom(7)).apply(x.value());
        Expect.close(y, Layers.linear(weights, "linear1", x).value(), 1e-6); // the bias is added first, or last
        assertEquals(List.of("linear1.weight", "linear1.bias"), List.copyOf(weights.all().keySet()));
    }

    @Test
    void linearMayHaveNoBias() {
        Var w = weights.parameter("w.weight", Expect.random(2, 4, 3));
        Expect.equal(x.value().matmulNT(w.value()).relu(),
                Layers.linear(weights, "w", x, Activation.RELU).value());
    }

    @Test
    void normBeginsWithMeanZeroAndDeviationOne() {
        Layers.initNorm(weights, "norm", 3);
        Tensor y = Layers.norm(weights, "norm", x, 0).value();
        Expect.close(Tensor.zeros(2), y.mean(-1), 1e-6); // float32 sums of three
        Expect.close(Tensor.ones(2), y.square().mean(-1), 1e-6);
    }

    @Test
    void normMayHaveNoBias() {
        weights.parameter("norm.weight", Tensor.ones(3));
        Expect.equal(x.value().layerNorm(Tensor.ones(3), Tensor.zeros(3), 1e-5f),
                Layers.norm(weights, "norm", x, 1e-5f).value());
    }

    @Test
    void embeddingsAreNormalNumbers() {
        Layers.initEmbedding(weights, "wte", 5, 4, new TorchRandom(7));
        Expect.equal(new TorchRandom(7).randn(5, 4), weights.get("wte.weight").value());
    }
}
