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
import spotlight.grad.GradCheck;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

class BertTest {
    private static final Bert.Config SMALL = new Bert.Config(17, 8, 2, 4, 16, 32);
    private static final List<Bert.Config> KINDS = List.of(SMALL, SMALL.withPooler(), SMALL.withEmbeddingSize(4),
            SMALL.withSharedLayers(), SMALL.withEmbeddingSize(4).withSharedLayers().withPooler());

    /** A model whose weights have all learned something. */
    private static Bert model(Bert.Config config) {
        Bert bert = Bert.init(config, new TorchRandom(1));
        Random random = new Random(2);
        bert.params().forEach(w -> {
            for (int i = 0; i < w.value().size(); i++) {
                w.value().data()[i] += (float) (0.2 * random.nextGaussian());
            }
        });
        return bert;
    }

    /** Words 1 to V-1. */
    private static int[] ids(long seed, int n) {
        return new Random(seed).ints(n, 1, 17).toArray();
    }

    @Test
    void theFormulaCountsItsWeights() {
        for (Bert.Config config : KINDS) {
            assertEquals(config.parameters(), model(config).weights().count(), config.toString());
        }
    }

    @Test
    void bertBaseHasTheParametersThatAreKnown() {
        Bert.Config base = new Bert.Config(30522, 512, 12, 12, 768, 3072);
        assertEquals(109_514_298, base.parameters(), "BertForMaskedLM, bert-base-uncased");
        long head = 768 * 768 + 768 + 2 * 768 + 30522;
        assertEquals(109_482_240, base.withPooler().parameters() - head, "BertModel: the paper's 110 million");
    }

    @Test
    void albertIsAsSmallAsItsPaperSays() {
        Bert.Config albert = new Bert.Config(30000, 512, 12, 12, 768, 3072).withPooler().withEmbeddingSize(128)
                .withSharedLayers();
        int tables = (30000 + 512 + 2) * 128 + 2 * 128; // words, positions, segments, norm
        int wider = 128 * 768 + 768;
        int attention = 4 * (768 * 768 + 768) + 2 * 768;
        int feedForward = 768 * 3072 + 3072 + 3072 * 768 + 768 + 2 * 768;
        int pooler = 768 * 768 + 768;
        assertEquals(11_683_584, tables + wider + attention + feedForward + pooler, "ALBERT-base, table 1: 12 million");
        int head = 768 * 128 + 128 + 2 * 128 + 30000;
        assertEquals(11_683_584 + head, albert.parameters());
        Bert.Config bert = new Bert.Config(30000, 512, 12, 12, 768, 3072).withPooler();
        assertEquals(108_490_752, bert.parameters() - pooler - (768 * 768 + 768 + 2 * 768 + 30000),
                "BERT-base with ALBERT's vocabulary, table 1: 108 million");
        assertEquals(7_087_872L * 11, bert.parameters() - bert.withSharedLayers().parameters(), "eleven layers less");
    }

    @Test
    void beginsAsBertDoes() {
        Bert bert = Bert.init(new Bert.Config(100, 32, 2, 2, 64, 128), new TorchRandom(0));
        for (String matrix : List.of("bert.embeddings.word_embeddings", "bert.encoder.layer.1.output.dense")) {
            assertEquals(0.02, Math.sqrt(bert.weights().get(matrix + ".weight").value().square().mean()), 0.001);
        }
        Expect.equal(Tensor.zeros(100), bert.weights().get("cls.predictions.bias").value());
        Expect.equal(Tensor.ones(64), bert.weights().get("bert.embeddings.LayerNorm.weight").value());
    }

    @Test
    void aTokenSeesBothSides() {
        Bert bert = model(SMALL);
        int[] ids = ids(3, 8);
        Tensor before = bert.logits(ids, 1).value();
        ids[4] = ids[4] % 16 + 1;
        Tensor after = bert.logits(ids, 1).value();
        for (int t = 0; t < 8; t++) {
            assertTrue(before.select(1, t).maxAbsDiff(after.select(1, t)) > 1e-4, "token " + t);
        }
    }

    @Test
    void paddingChangesNothing() {
        for (Bert.Config config : KINDS) {
            Bert bert = model(config);
            int[] two = {3, 9, 5, 0, 0, 4, 2, 8, 1, 6}; // three words, and five
            Tensor padded = bert.logits(two, 2).value();
            Tensor alone = bert.logits(new int[] {3, 9, 5}, 1).value();
            Expect.close(alone.select(0, 0), padded.select(0, 0).slice(0, 0, 3), 2e-6);
            Tensor whole = bert.logits(new int[] {4, 2, 8, 1, 6}, 1).value();
            Expect.close(whole.select(0, 0), padded.select(0, 1), 2e-6);
        }
        Tensor seen = model(SMALL.withPadding(-1)).logits(new int[] {3, 9, 0}, 1).value();
        assertTrue(
                seen.slice(1, 0, 2)
                        .maxAbsDiff(model(SMALL).logits(new int[] {3, 9, 0}, 1).value().slice(1, 0, 2)) > 1e-3,
                "a token that is not padding is seen");
    }

    @Test
    void segmentsAreSeen() {
        Bert bert = model(SMALL);
        int[] ids = ids(4, 6);
        Tensor one = bert.logits(ids, 1).value();
        Tensor two = bert.logits(ids, new int[] {0, 0, 0, 1, 1, 1}, 1, Dropout.NONE).value();
        assertTrue(one.maxAbsDiff(two) > 1e-3);
    }

    @Test
    void scoresOfSomeTokensAreThoseOfAll() {
        Bert bert = model(SMALL);
        int[] ids = ids(5, 16);
        Tensor all = bert.logits(ids, 2).value().reshape(16, 17);
        Tensor some = bert.logitsAt(new int[] {1, 7, 12}, ids, 2).value();
        Expect.close(Tensor.stack(all.select(0, 1), all.select(0, 7), all.select(0, 12)), some, 1e-6);
    }

    @Test
    void theLossCountsLabelledTokensOnly() {
        Bert bert = model(SMALL);
        int[] ids = ids(6, 16);
        int[] labels = new int[16];
        Arrays.fill(labels, -100);
        assertTrue(Float.isNaN(bert.loss(ids, labels, 2).item()));
        labels[3] = 5;
        labels[14] = 11;
        float expected = bert.logits(ids, 2).crossEntropy(labels).item();
        assertEquals(expected, bert.loss(ids, labels, 2).item(), 1e-6);
    }

    /** Those of BERT itself are compared with PyTorch by the golden cases. */
    @Test
    void gradientsOfAlbertAreRight() {
        int[] ids = {1, 4, 3, 2, 0, 0};
        int[] segments = {0, 0, 1, 1, 0, 0};
        Bert bert = model(new Bert.Config(5, 3, 2, 2, 8, 6).withEmbeddingSize(4).withSharedLayers());
        Map<String, Var> asked = new LinkedHashMap<>();
        for (String name : List.of("encoder.embedding_hidden_mapping_in", "encoder.layer.0.attention.self.query",
                "encoder.layer.0.attention.output.dense", "encoder.layer.0.output.dense")) {
            asked.put(name, bert.weights().get("bert." + name + ".weight"));
        }
        asked.forEach((name, w) -> { // larger numbers: norms bend less, the check is sharper
            Tensor numbers = Expect.random(name.hashCode(), w.shape()).times(0.5f);
            System.arraycopy(numbers.data(), 0, w.value().data(), 0, numbers.size());
        });
        GradCheck.check(() -> bert.hidden(ids, segments, 2, Dropout.NONE), asked);
    }

    @Test
    void sharedLayersHaveMapsOfTheirOwn() {
        Bert bert = model(SMALL.withSharedLayers());
        try (AttentionMaps maps = AttentionMaps.record()) {
            bert.logits(ids(1, 8), 1);
            assertEquals("[bert.encoder.layer.0.attention.self, bert.encoder.layer.1.attention.self]",
                    maps.all().keySet().toString());
        }
    }

    @Test
    void badInputIsNamed() {
        Bert bert = model(SMALL);
        Expect.error("bert: id 17 at [0,2] is outside the vocabulary of 17",
                () -> bert.logits(new int[] {1, 2, 17}, 1));
        Expect.error("bert: 9 tokens are more than the context of 8", () -> bert.logits(new int[18], 2));
        Expect.error("bert: 7 ids are not 2 sequences of one length", () -> bert.logits(new int[7], 2));
        Expect.error("bert: 0 ids in 1 sequences, there must be one at least", () -> bert.logits(new int[0], 1));
        Expect.error("bert: 4 ids and 3 targets, each id needs one", () -> bert.loss(new int[4], new int[3], 1));
        Expect.error("bert: 4 ids and 2 segments, each id needs one",
                () -> bert.logits(new int[4], new int[2], 1, Dropout.NONE));
        Expect.error("bert: target -1 at 0 is outside the vocabulary of 17, and not -100, which does not count",
                () -> bert.loss(new int[1], new int[] {-1}, 1));
        Expect.error("bert: sequence 1 is nothing but padding", () -> bert.logits(new int[] {3, 0, 0, 0}, 2));
        Expect.error("bert: segment 2 at 1 is none of the 2 there are",
                () -> bert.logits(new int[2], new int[] {0, 2}, 1, Dropout.NONE));
        Expect.error("bert: this one has no pooler", () -> bert.pooled(Var.constant(Tensor.zeros(1, 2, 16))));
    }

    @Test
    void badConfigurationsAndWeightsAreNamed() {
        Expect.error("bert: vocab 17, context 8, layers 2, heads 4, dModel 16, dFf 0, segments 2, embeddingSize 16, "
                + "all must be positive", () -> new Bert.Config(17, 8, 2, 4, 16, 0));
        Expect.error("bert: dModel 16 is not a multiple of heads 3", () -> new Bert.Config(17, 8, 2, 3, 16, 32));
        Map<String, Tensor> tensors = new LinkedHashMap<>(model(SMALL).weights().tensors());
        tensors.put("cls.predictions.bias", Tensor.zeros(16));
        Expect.error("bert: weight cls.predictions.bias [16], expected [17]",
                () -> new Bert(SMALL, Weights.of(tensors)));
    }
}
