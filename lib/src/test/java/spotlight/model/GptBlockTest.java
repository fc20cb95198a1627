package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

/** That its numbers are PyTorch's is said by the golden cases. */
class GptBlockTest {
    private static final Gpt.Config CONFIG = new Gpt.Config(5, 6, 1, 2, 8);

    private static GptBlock block(Gpt.Config config) {
        return new GptBlock(config, Gpt.init(config, new TorchRandom(1)).weights().in("h.0"));
    }

    @Test
    void addsToWhatItReads() {
        GptBlock block = block(CONFIG);
        Var x = Var.constant(Expect.random(1, 2, 6, 8));
        for (String added : new String[] {"c_proj.weight", "mlp_proj.weight"}) {
            Arrays.fill(block.weights().get(added).value().data(), 0);
        }
        Expect.equal(x.value(), block.apply(x, Dropout.NONE).value());
    }

    @Test
    void aTokenSeesNoneAfterIt() {
        GptBlock block = block(CONFIG);
        Tensor x = Expect.random(2, 1, 6, 8);
        Tensor before = block.apply(Var.constant(x), Dropout.NONE).value();
        Tensor changed = Tensor.concat(1, x.slice(1, 0, 5), Expect.random(3, 1, 1, 8));
        Tensor after = block.apply(Var.constant(changed), Dropout.NONE).value();
        Expect.equal(before.slice(1, 0, 5), after.slice(1, 0, 5));
    }

    @Test
    void withoutRotaryPositionsItDoesNotKnowTheOrder() {
        Tensor x = Expect.random(4, 1, 3, 8);
        Tensor swapped = Tensor.concat(1, x.slice(1, 1, 2), x.slice(1, 0, 1), x.slice(1, 2, 3));
        for (Gpt.Config config : new Gpt.Config[] {CONFIG, CONFIG.withRotary()}) {
            GptBlock block = block(config);
            Var projection = block.weights().get("c_attn.weight"); // as large as after training
            System.arraycopy(projection.value().times(20).data(), 0, projection.value().data(), 0, 24 * 8);
            Tensor last = block.apply(Var.constant(x), Dropout.NONE).value().select(1, 2);
            float difference = last.maxAbsDiff(block.apply(Var.constant(swapped), Dropout.NONE).value().select(1, 2));
            assertTrue(config.rotary() ? difference > 1e-3 : difference < 1e-6, config + ": " + difference);
        }
    }
}
