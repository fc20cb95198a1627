package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Activation;
import spotlight.grad.GradCheck;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;
import spotlight.train.TinyGpt;

class GptTest {
    private static final Gpt.Config SMALL = new Gpt.Config(17, 8, 2, 4, 16);
    static final List<Gpt.Config> KINDS = List.of(SMALL, SMALL.withoutBiases(), SMALL.withGelu(Activation.GELU),
            SMALL.withRotary(), SMALL.untied(), SMALL.withRotary().untied().withoutBiases());

    /** A model whose weights have all learned something: biases are not 0, norms not 1. */
    static Gpt model(Gpt.Config config) {
        Gpt gpt = Gpt.init(config, new TorchRandom(1));
        Random random = new Random(2);
        gpt.params().forEach(w -> {
            for (int i = 0; i < w.value().size(); i++) {
                w.value().data()[i] += (float) (0.1 * random.nextGaussian());
            }
        });
        return gpt;
    }

    static int[] ids(long seed, int n, int vocab) {
        return new Random(seed).ints(n, 0, vocab).toArray();
    }

    @Test
    void equalsTheSixtyLinesOfTinyGpt() {
        for (Activation gelu : List.of(Activation.GELU, Activation.GELU_TANH)) {
            for (boolean biases : List.of(true, false)) {
                Gpt.Config config = (biases ? SMALL : SMALL.withoutBiases()).withGelu(gelu);
                Gpt gpt = model(config);
                TinyGpt tiny = new TinyGpt(new TinyGpt.Config(17, 8, 2, 4, 16, biases, gelu), 0);
                Map<String, Var> weights = new LinkedHashMap<>(tiny.weights()); // with biases that stay 0
                weights.putAll(gpt.weights().all());
                int[] ids = ids(3, 16, 17);
                Tensor expected = new TinyGpt(tiny.config(), weights).logits(ids, 2).value();
                Expect.close(expected, gpt.logits(ids, 2).value(), 1e-6); // bias and activation are fused here
            }
        }
    }

    @Test
    void beginsAsGpt2Does() {
        Gpt gpt = Gpt.init(new Gpt.Config(100, 32, 8, 2, 64), new TorchRandom(0));
        assertEquals(0.02, deviation(gpt, "wte.weight"), 0.001);
        assertEquals(0.02, deviation(gpt, "h.7.c_attn.weight"), 0.001);
        assertEquals(0.005, deviation(gpt, "h.0.c_proj.weight"), 0.0003, "0.02 / sqrt(2 * 8 layers)");
        assertEquals(0.005, deviation(gpt, "h.7.mlp_proj.weight"), 0.0003);
        assertEquals(0, deviation(gpt, "h.3.c_fc.bias"));
        Expect.equal(Tensor.ones(64), gpt.weights().get("ln_f.weight").value());
        assertEquals(Math.log(100), gpt.loss(ids(1, 64, 100), ids(2, 64, 100), 2).item(), 0.1,
                "before it has learned, all tokens are nearly equally likely");
    }

    private static double deviation(Gpt gpt, String name) {
        return Math.sqrt(gpt.weights().get(name).value().square().mean());
    }

    @Test
    void theFormulaCountsItsWeights() {
        for (Gpt.Config config : KINDS) {
            assertEquals(config.parameters(), model(config).weights().count(), config.toString());
        }
    }

    @Test
    void gpt2HasTheParametersThatAreKnown() {
        assertEquals(124_439_808, new Gpt.Config(50257, 1024, 12, 12, 768).parameters());
        assertEquals(1_557_611_200, new Gpt.Config(50257, 1024, 48, 25, 1600).parameters());
    }

    @Test
    void aTokenSeesNoneAfterIt() {
        for (Gpt.Config config : KINDS) {
            Gpt gpt = model(config);
            int[] ids = ids(5, 8, 17);
            Tensor before = gpt.logits(ids, 1).value();
            ids[5] = (ids[5] + 1) % 17;
            Tensor after = gpt.logits(ids, 1).value();
            Expect.equal(before.slice(1, 0, 5), after.slice(1, 0, 5));
            assertTrue(before.select(1, 5).maxAbsDiff(after.select(1, 5)) > 1e-3);
        }
    }

    @Test
    void sequencesOfABatchDoNotMix() {
        Gpt gpt = model(SMALL);
        int[] ids = ids(6, 24, 17);
        Tensor together = gpt.logits(ids, 3).value();
        for (int b = 0; b < 3; b++) {
            Tensor alone = gpt.logits(Arrays.copyOfRange(ids, 8 * b, 8 * b + 8), 1).value();
            Expect.close(alone.select(0, 0), together.select(0, b), 1e-6);
        }
    }

    @Test
    void gradientsOfAllKindsAreRight() {
        int[] ids = ids(7, 6, 5);
        for (Gpt.Config kind : KINDS) {
            Gpt gpt = model(new Gpt.Config(5, 4, 1, 2, 4, kind.biases(), kind.gelu(), kind.rotary(), kind.tied(),
                    kind.eps()));
            gpt.weights().all().forEach((name, w) -> {
                if (name.startsWith("w")) { // tables of larger numbers: norms bend less, the check is sharper
                    System.arraycopy(Expect.random(name.hashCode(), w.shape()).data(), 0, w.value().data(), 0,
                            w.value().size());
                }
            });
            GradCheck.check(() -> gpt.logits(ids, 2), gpt.weights().all());
        }
    }

    @Test
    void ignoredTargetsDoNotCount() {
        Gpt gpt = model(SMALL);
        int[] ids = ids(8, 8, 17);
        int[] targets = {-100, 3, -100, -100, 5, 7, -100, -100};
        Var loss = gpt.loss(ids, targets, 1);
        loss.backward();
        Tensor grad = Tensor.of(gpt.weights().get("wte.weight").grad().data(), 17, 16);
        gpt.params().forEach(Var::clearGrad);
        Var whole = gpt.logits(ids, 1).crossEntropy(targets);
        whole.backward();
        assertEquals(whole.item(), loss.item(), 1e-6);
        Expect.close(gpt.weights().get("wte.weight").grad(), grad, 1e-6);
        assertTrue(Float.isNaN(gpt.loss(ids, new int[] {-100, -100, -100, -100, -100, -100, -100, -100}, 1).item()));
    }

    @Test
    void dropoutIsForTrainingOnlyAndSeeded() {
        Gpt gpt = model(SMALL);
        int[] ids = ids(9, 8, 17);
        Tensor plain = gpt.logits(ids, 1).value();
        Tensor dropped = gpt.logits(ids, 1, Dropout.of(0.5, 1, 0, 0)).value();
        assertTrue(plain.maxAbsDiff(dropped) > 1e-2);
        Expect.equal(dropped, gpt.logits(ids, 1, Dropout.of(0.5, 1, 0, 0)).value());
        Expect.equal(plain, gpt.logits(ids, 1, Dropout.NONE).value());
    }

    @Test
    void attentionMapsAreNamedByTheirLayer() {
        Gpt gpt = model(SMALL);
        try (AttentionMaps maps = AttentionMaps.record()) {
            gpt.logits(ids(1, 8, 17), 1);
            assertEquals("[h.0.attn, h.1.attn]", maps.all().keySet().toString());
            Tensor map = maps.get("h.1.attn");
            assertEquals("[1, 4, 8, 8]", Arrays.toString(map.shape()));
            assertEquals(1, map.at(0, 0, 0, 0), 1e-6);
            assertEquals(0, map.at(0, 0, 3, 4));
        }
    }

    @Test
    void badInputIsNamed() {
        Gpt gpt = model(SMALL);
        Expect.error("gpt: id 17 at [0,2] is outside the vocabulary of 17", () -> gpt.logits(new int[] {1, 2, 17}, 1));
        Expect.error("gpt: id -1 at [0,0] is outside the vocabulary of 17", () -> gpt.logits(new int[] {-1}, 1));
        Expect.error("gpt: 9 tokens are more than the context of 8", () -> gpt.logits(new int[18], 2));
        Expect.error("gpt: 7 ids are not 2 sequences of one length", () -> gpt.logits(new int[7], 2));
        Expect.error("gpt: 0 ids in 1 sequences, there must be one at least", () -> gpt.logits(new int[0], 1));
        Expect.error("gpt: 4 ids in 0 sequences, there must be one at least", () -> gpt.logits(new int[4], 0));
        Expect.error("gpt: 4 ids and 3 targets, each id needs one", () -> gpt.loss(new int[4], new int[3], 1));
        Expect.error("gpt: target 17 at 1 is outside the vocabulary of 17, and not -100, which does not count",
                () -> gpt.loss(new int[4], new int[] {-100, 17, 0, 0}, 1));
    }

    @Test
    void badConfigurationsAreNamed() {
        Expect.error("gpt: vocab 0, context 8, layers 2, heads 4, dModel 16, all must be positive",
                () -> new Gpt.Config(0, 8, 2, 4, 16));
        Expect.error("gpt: dModel 16 is not a multiple of heads 3", () -> new Gpt.Config(17, 8, 2, 3, 16));
        Expect.error("gpt: rotary positions turn pairs, a head of 1 numbers has none",
                () -> new Gpt.Config(17, 8, 2, 16, 16).withRotary());
    }

    @Test
    void weightsThatDoNotFitAreNamed() {
        Map<String, Tensor> tensors = new LinkedHashMap<>(model(SMALL).weights().tensors());
        tensors.put("h.1.c_fc.weight", Tensor.zeros(16, 64));
        Expect.error("gpt: weight h.1.c_fc.weight [16,64], expected [64,16]",
                () -> new Gpt(SMALL, Weights.of(tensors)));
        tensors.keySet().removeIf(name -> !name.startsWith("w"));
        Expect.error("weights: no h.0.ln_1.weight, there are wte.weight, wpe.weight",
                () -> new Gpt(SMALL, Weights.of(tensors)));
    }
}
