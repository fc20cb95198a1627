package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.tensor.Kernels;
import spotlight.tensor.ScalarKernels;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;

class GptCacheTest {
    /** Of scores around 1, from sums of 100 products in another order. */
    private static final double ROUNDING = 2e-6;

    private static Tensor whole(Gpt gpt, int[] ids) {
        try (Var.Scope off = Var.noGrad()) {
            return gpt.logits(ids, 1).value().select(0, 0); // [T,V]
        }
    }

    @Test
    void tokenByTokenTheScoresAreThoseOfTheWholeText() {
        for (Gpt.Config config : GptTest.KINDS) {
            Gpt gpt = GptTest.model(config);
            int[] ids = GptTest.ids(1, 8, 17);
            Tensor expected = whole(gpt, ids);
            GptCache cache = gpt.cache();
            for (int t = 0; t < ids.length; t++) {
                Expect.close(expected.select(0, t), gpt.next(new int[] {ids[t]}, cache), ROUNDING);
                assertEquals(t + 1, cache.length());
            }
        }
    }

    @Test
    void withEveryActivationTheyAreToo() {
        for (Activation activation : Activation.values()) {
            Gpt gpt = GptTest.model(GptTest.KINDS.get(0).withGelu(activation));
            int[] ids = GptTest.ids(1, 8, 17);
            Expect.close(whole(gpt, ids).select(0, 7), gpt.next(ids, gpt.cache()), ROUNDING);
        }
    }

    @Test
    void inPiecesOfAnyLengthTheyAreToo() {
        Gpt gpt = GptTest.model(new Gpt.Config(31, 200, 2, 3, 48).withRotary()); // the cache grows twice
        int[] ids = GptTest.ids(2, 200, 31);
        Tensor expected = whole(gpt, ids);
        for (int threads = 1; threads <= 2; threads++) {
            try (Workers.Scope scope = Workers.use(threads)) {
                GptCache cache = gpt.cache();
                for (int from = 0, piece = 1; from < ids.length; from += piece, piece = piece * 2 % 61) {
                    int to = Math.min(ids.length, from + piece);
                    Tensor scores = gpt.next(Arrays.copyOfRange(ids, from, to), cache);
                    Expect.close(expected.select(0, to - 1), scores, 2 * ROUNDING);
                }
            }
        }
    }

    @Test
    void scalarKernelsSayTheSame() {
        Gpt gpt = GptTest.model(GptTest.KINDS.get(0));
        int[] ids = GptTest.ids(3, 8, 17);
        Tensor vector = gpt.next(ids, gpt.cache());
        try (Kernels.Scope scope = Kernels.use(new ScalarKernels())) {
            Expect.close(gpt.next(ids, gpt.cache()), vector, ROUNDING);
        }
    }

    @Test
    void keepsKeysAndValuesOfEachHead() {
        Gpt gpt = GptTest.model(GptTest.KINDS.get(0));
        GptCache cache = gpt.cache();
        gpt.next(new int[] {1, 2, 3}, cache);
        Tensor three = cache.keys(1);
        assertEquals("[4, 3, 4]", Arrays.toString(three.shape()));
        gpt.next(new int[] {4}, cache);
        Expect.equal(three, cache.keys(1).slice(1, 0, 3));
        assertEquals("[4, 4, 4]", Arrays.toString(cache.values(0).shape()));
    }

    @Test
    void anotherTextCanFollowTheSameBeginning() {
        Gpt gpt = GptTest.model(GptTest.KINDS.get(0));
        GptCache cache = gpt.cache();
        gpt.next(new int[] {1, 2, 3}, cache);
        gpt.next(new int[] {4, 5}, cache);
        cache.keep(3);
        Expect.close(whole(gpt, new int[] {1, 2, 3, 6}).select(0, 3), gpt.next(new int[] {6}, cache), ROUNDING);
        Expect.error("cache: it cannot keep 5 of 4 tokens", () -> cache.keep(5));
    }

    @Test
    void badInputIsNamed() {
        Gpt gpt = GptTest.model(GptTest.KINDS.get(0));
        GptCache cache = gpt.cache();
        gpt.next(new int[] {1, 2, 3, 4, 5, 6}, cache);
        Expect.error("cache: 3 more tokens behind 6 do not fit the context of 8",
                () -> gpt.next(new int[] {1, 2, 3}, cache));
        Expect.error("gpt: 0 ids in 1 sequences, there must be one at least", () -> gpt.next(new int[0], cache));
        Expect.error("gpt: id 17 at [0,1] is outside the vocabulary of 17", () -> gpt.next(new int[] {1, 17}, cache));
        assertEquals(6, cache.length(), "after an error it is as before");
        Expect.error("gpt: the cache is that of another model",
                () -> GptTest.model(GptTest.KINDS.get(0)).next(new int[] {1}, cache));
    }
}
