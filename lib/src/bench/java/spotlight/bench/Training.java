package spotlight.bench;

import java.util.List;
import java.util.Random;
import spotlight.grad.Var;
import spotlight.train.AdamW;
import spotlight.train.Clip;
import spotlight.train.Optimizer;
import spotlight.train.Shards;
import spotlight.train.TinyGpt;

/** Steps of training on random text: AdamW, gradients clipped to length 1. */
final class Training {
    private static final int TEXT = 100_000;

    private final Config config;
    private final TinyGpt model;
    private final List<Var> params;
    private final Optimizer optimizer;
    private final Random random = new Random(1337);
    private final int[] text = random.ints(TEXT, 0, Config.VOCAB).toArray();

    Training(Config config) {
        this.config = config;
        model = config.model();
        params = model.params();
        optimizer = new AdamW(params, 1e-3).betas(0.9, 0.99).weightDecay(0.1)
                .decayOnly(param -> param.shape().length > 1);
    }

    /** One step. Returns the loss before it, in nats per token. */
    float step() {
        int[] starts = random.ints(config.batch, 0, TEXT - config.context - 1).toArray();
        float loss = Shards.backward(params, config.batch, config.piece,
                (from, to) -> model.loss(tokens(starts, from, to, 0), tokens(starts, from, to, 1), to - from));
        Clip.globalNorm(params, 1);
        optimizer.step();
        optimizer.clearGrad();
        return loss;
    }

    /** Sequences from..to-1 of the batch, one behind the other, so many tokens on. */
    private int[] tokens(int[] starts, int from, int to, int shift) {
        int[] ids = new int[(to - from) * config.context];
        for (int i = from; i < to; i++) {
            System.arraycopy(text, starts[i] + shift, ids, (i - from) * config.context, config.context);
        }
        return ids;
    }
}
