package spotlight.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.tensor.Buffers;
import spotlight.tensor.Workers;

/** Training as a whole; that its numbers are PyTorch's is said by the golden cases. */
class TinyGptTest {
    private static final TinyGpt.Config SMALL = new TinyGpt.Config(17, 16, 2, 4, 32, false, Activation.GELU);
    private static final int BATCH = 6;
    private static final int TOKENS = 16;

    /** A batch of noise: what cannot be foreseen can only be memorised. */
    private static int[] noise(long seed) {
        return new Random(seed).ints(BATCH * TOKENS, 0, SMALL.vocab()).toArray();
    }

    private static int[] part(int[] ids, int from, int to) {
        return Arrays.copyOfRange(ids, from * TOKENS, to * TOKENS);
    }

    private static float step(TinyGpt model, Optimizer optimizer, int[] ids, int[] targets) {
        optimizer.clearGrad();
        float loss = Shards.backward(model.params(), BATCH, 2,
                (from, to) -> model.loss(part(ids, from, to), part(targets, from, to), to - from));
        Clip.globalNorm(model.params(), 1);
        optimizer.step();
        return loss;
    }

    @Test
    void memorisesABatch() {
        TinyGpt model = new TinyGpt(SMALL, 1);
        Optimizer optimizer = new AdamW(model.params(), 5e-3).betas(0.9, 0.99);
        int[] ids = noise(1);
        int[] targets = noise(2);
        float first = step(model, optimizer, ids, targets);
        assertEquals(Math.log(17), first, 0.1, "before it has learned, all tokens are equally likely");
        int steps = 1;
        for (float loss = first; loss >= 0.01; steps++) {
            assertTrue(steps < 200, "loss " + loss + " after " + steps + " steps");
            loss = step(model, optimizer, ids, targets);
        }
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        for (int threads = 1; threads <= 3; threads++) {
            try (Workers.Scope scope = Workers.use(threads)) {
                assertEquals(trained(), trained());
            }
        }
    }

    /** Losses of ten steps, and all weights after them. */
    private static List<Object> trained() {
        TinyGpt model = new TinyGpt(SMALL, 1);
        Optimizer optimizer = new AdamW(model.params(), 5e-3);
        float[] losses = new float[10];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = step(model, optimizer, noise(i), noise(i + 100));
        }
        int weights = Arrays
                .hashCode(model.params().stream().mapToInt(w -> Arrays.hashCode(w.value().data())).toArray());
        return List.of(Arrays.toString(losses), weights);
    }

    @Test
    void recycledMemoryChangesNothing() {
        TinyGpt model = new TinyGpt(SMALL, 1);
        model.loss(noise(1), noise(2), BATCH).backward();
        List<float[]> fresh = model.params().stream().map(w -> w.grad().data().clone()).toList();
        for (int i = 0; i < 2; i++) {
            model.params().forEach(Var::clearGrad);
            try (Buffers.Scope scope = Buffers.recyclePoisoned()) {
                model.loss(noise(1), noise(2), BATCH).backward();
            }
        }
        for (int p = 0; p < fresh.size(); p++) {
            assertArrayEquals(fresh.get(p), model.params().get(p).grad().data());
        }
        Buffers.clear();
    }
}
