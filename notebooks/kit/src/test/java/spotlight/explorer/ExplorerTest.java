package spotlight.explorer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.model.AttentionMaps;
import spotlight.model.Gpt;
import spotlight.model.LayerConfig;
import spotlight.model.Transformer;
import spotlight.model.TransformerConfig;
import spotlight.model.Translator;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;
import spotlight.text.Characters;
import spotlight.text.Tokenizer;
import spotlight.text.Words;

class ExplorerTest {
    private static final Characters LETTERS = Characters.of("a <b/script>");
    private static final Gpt GPT = Gpt.init(new Gpt.Config(LETTERS.vocab(), 16, 2, 2, 8), new TorchRandom(0));
    private static final Words WORDS = Words.of("I like tea", Tokenizer.PAD, Tokenizer.BEGIN, Tokenizer.END,
            Tokenizer.UNKNOWN);
    private static final Transformer TRANSFORMER = Transformer.init(TransformerConfig.of(WORDS.vocab(), WORDS.vocab(),
            1, LayerConfig.of(8, 2, 16)).with(Translator.Marks.of(8)), new TorchRandom(0));

    private static Tensor read(Numbers16 numbers, int... shape) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(numbers.data())).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.capacity() / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.getShort() * numbers.factor();
        }
        return Tensor.of(values, shape);
    }

    @Test
    void numbersSurviveInSixteenBits() {
        Tensor numbers = Tensor.vector(-2, 0, 0.5f, 1);
        assertTrue(numbers.close(read(Numbers16.of(numbers), 4), 2.0 / 65534));
        assertTrue(Tensor.zeros(3).close(read(Numbers16.of(Tensor.zeros(3)), 3), 0));
    }

    @Test
    void thePageCanComputeTheModelsWeights() {
        try (AttentionMaps maps = AttentionMaps.record()) {
            Scene scene = GptScene.of(GPT, LETTERS, "a b a", maps);
            Scene.Layer layer = scene.layers().get(1);
            Tensor q = read(layer.q(), 2, 5, 4);
            Tensor scores = q.matmulNT(read(layer.k(), 2, 5, 4)).times(0.5f); // 1 / sqrt(K)
            for (int t = 0; t < 5; t++) { // causal: token t sees 0..t
                Tensor seen = scores.slice(1, t, t + 1).slice(2, 0, t + 1).softmax();
                Tensor map = maps.get("h.1.attn").select(0, 0).slice(1, t, t + 1).slice(2, 0, t + 1);
                assertTrue(map.close(seen, 1e-3), "row " + t); // 16 bits
            }
            assertTrue(layer.causal());
            assertEquals(List.of("a", "␣", "b", "␣", "a"), scene.sequences().get(0).tokens());
        }
    }

    @Test
    void theLastGuessIsTheModels() {
        try (AttentionMaps maps = AttentionMaps.record()) {
            Scene scene = GptScene.of(GPT, LETTERS, "ab", maps);
            Tensor shares = GPT.logits(LETTERS.encode("ab"), 1).value().softmax(); // [1,2,V]
            Scene.Place last = scene.stream().get(2);
            double[] best = last.guess()[1][0];
            assertEquals(shares.argmax()[1], (int) best[0]);
            assertEquals(shares.max(2).at(0, 1), best[1], 1e-3); // it is rounded to three decimals
            assertEquals(List.of("no layer", "layer 0", "layer 1"),
                    scene.stream().stream().map(Scene.Place::name).toList());
            assertTrue(last.attention()[1] > 0 && last.mlp()[1] > 0);
            assertArrayEquals(new double[0], scene.stream().get(0).mlp());
            assertTrue(shares.close(read(scene.next().logits(), 1, 2, LETTERS.vocab()).softmax(), 1e-3));
        }
    }

    @Test
    void aTranslatorShowsWhereItLooksWhenItWrites() {
        try (AttentionMaps maps = AttentionMaps.record()) {
            Scene scene = TranslatorScene.of(TRANSFORMER, WORDS, WORDS, "I like tea", "tea like", maps);
            assertEquals(List.of("decoder 0: written looks at read", "decoder 0: written looks at written",
                    "encoder 0: read looks at read"), scene.layers().stream().map(Scene.Layer::name).toList());
            assertEquals(List.of(false, true, false), scene.layers().stream().map(Scene.Layer::causal).toList());
            assertEquals(List.of("<s>", "tea", "like"), scene.sequences().get(1).tokens());
            Tensor scores = read(scene.layers().get(0).q(), 2, 3, 4)
                    .matmulNT(read(scene.layers().get(0).k(), 2, 3, 4)).times(0.5f);
            assertTrue(maps.get("decoder.layers.0.multihead_attn").select(0, 0).close(scores.softmax(), 1e-3));
        }
    }

    @Test
    void thePageAsksForNothingAndNoTextBreaksIt() {
        String html = Explorer.of(GPT, LETTERS, "</script>").html();
        assertEquals(html, Explorer.of(GPT, LETTERS, "</script>").html());
        assertEquals(1, html.split("</script>", -1).length - 1);
        assertFalse(html.contains("http"));
        assertTrue(
                html.contains("alt=\"Heat maps, one for each head of the first layer: rows are the tokens of &lt; / "));
        String pair = Explorer.of(TRANSFORMER, WORDS, WORDS, "I like", "tea").html();
        assertTrue(pair.contains("A Transformer reads “I like” and writes “tea”."));
        assertEquals("A GPT with 2 layers of 2 heads reads “ab”. Heat maps, one for each head of the first layer: "
                + "rows are the tokens of a b, columns those of a b", Explorer.of(GPT, LETTERS, "ab").plain());
    }

    @Test
    void errorsNameBothSides() {
        assertEquals("explorer: the tokenizer has 3 tokens, the model " + LETTERS.vocab(),
                assertThrows(IllegalArgumentException.class,
                        () -> Explorer.of(GPT, Characters.of("abc"), "a")).getMessage());
    }
}
