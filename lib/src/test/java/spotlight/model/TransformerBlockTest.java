package spotlight.model;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

class TransformerBlockTest {
    private final Weights weights = new Weights();
    private final TransformerBlock block = TransformerBlock.init(8, 2, 16, false, weights, new TorchRandom(1));
    private final Tensor x = Expect.random(1, 3, 5, 8);

    @Test
    void isAnEncoderLayerUnderOtherNames() {
        Weights renamed = new Weights();
        weights.all().forEach((name, weight) -> renamed.share(name.replace("self_attention", "self_attn")
                .replace("feed_forward.0", "linear1").replace("feed_forward.2", "linear2"), weight));
        EncoderLayer layer = new EncoderLayer(LayerConfig.of(8, 2, 16), renamed);
        Expect.equal(layer.apply(Var.constant(x)).value(), block.apply(Var.constant(x)).value());
    }

    @Test
    void acrossTheBatchTextsAndWordsChangePlaces() {
        Tensor across = new TransformerBlock(2, true, weights).apply(Var.constant(x)).value();
        Tensor exchanged = block.apply(Var.constant(x.transpose(0, 1))).value().transpose(0, 1);
        Expect.equal(exchanged, across);
    }
}
