package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.nn.Mask;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

/** Values and gradients are those of PyTorch: {@link spotlight.golden}. */
class DecoderLayerTest {
    private final DecoderLayer layer = DecoderLayer.init(LayerConfig.of(8, 2, 16), new Weights(), new TorchRandom(1));
    private final Tensor x = Expect.random(1, 1, 4, 8);
    private final Tensor memory = Expect.random(2, 1, 3, 8);

    @Test
    void noTokenDependsOnLaterOnes() {
        Tensor other = Tensor.concat(1, x.slice(1, 0, 3), Expect.random(9, 1, 1, 8));
        Expect.equal(apply(x, memory, Mask.none()).slice(1, 0, 3), apply(other, memory, Mask.none()).slice(1, 0, 3));
    }

    @Test
    void hiddenMemoryIsNotSeen() {
        Tensor mask = Mask.padding(new int[] {2}, 3).unsqueeze(1);
        Tensor other = Tensor.concat(1, memory.slice(1, 0, 2), Expect.random(9, 1, 1, 8));
        Expect.equal(apply(x, memory, mask), apply(x, other, mask));
        assertTrue(apply(x, memory, Mask.none()).maxAbsDiff(apply(x, other, Mask.none())) > 0.01);
    }

    private Tensor apply(Tensor tokens, Tensor read, Tensor mask) {
        return layer.apply(Var.constant(tokens), Var.constant(read), DecoderLayer.Masks.causal(mask), Dropout.NONE)
                .value();
    }
}
