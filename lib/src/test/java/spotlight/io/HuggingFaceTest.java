package spotlight.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.Expect;
import spotlight.grad.Activation;
import spotlight.model.Bert;
import spotlight.model.Gpt;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;
import spotlight.text.BytePairs;
import spotlight.text.WordPieces;

class HuggingFaceTest {
    private static final int[] IDS = {1, 5, 2, 7};
    @TempDir
    Path folder;

    @Test
    void aSavedGptIsTheSame() {
        BytePairs tokenizer = BytePairs.train("one two one two", 260, BytePairs.END_OF_TEXT);
        Gpt.Config tiny = new Gpt.Config(260, 8, 2, 2, 12);
        for (Gpt.Config config : List.of(tiny, tiny.untied().withGelu(Activation.GELU), tiny.withoutBiases())) {
            Gpt gpt = Gpt.init(config, new TorchRandom(1));
            HuggingFace.save(folder, gpt, tokenizer);
            Pretrained<Gpt, BytePairs> read = HuggingFace.gpt2(folder);
            Expect.close(gpt.logits(IDS, 1).value(), read.model().logits(IDS, 1).value(), 1e-6);
            assertEquals(config.gelu(), read.model().config().gelu());
            assertArrayEquals(tokenizer.encode("one two"), read.tokenizer().encode("one two"));
        }
    }

    @Test
    void aGptOfPythonIsWrittenToTheSameBytes() throws Exception {
        Pretrained<Gpt, BytePairs> gpt2 = HuggingFace.gpt2(golden("gpt2-tiny"));
        HuggingFace.save(folder, gpt2.model(), gpt2.tokenizer());
        for (String file : List.of("model.safetensors", "merges.txt", "vocab.json")) {
            assertArrayEquals(Files.readAllBytes(golden("gpt2-tiny").resolve(file)),
                    Files.readAllBytes(folder.resolve(file)), file);
        }
    }

    @Test
    void aBertOfPythonIsWrittenToTheSameBytes() throws Exception {
        Pretrained<Bert, WordPieces> bert = HuggingFace.bert(golden("bert-tiny"));
        HuggingFace.save(folder, bert.model(), bert.tokenizer());
        for (String file : List.of("model.safetensors", "vocab.txt")) {
            assertArrayEquals(Files.readAllBytes(golden("bert-tiny").resolve(file)),
                    Files.readAllBytes(folder.resolve(file)), file);
        }
        assertEquals(bert.model().config(), HuggingFace.bert(folder).model().config());
        assertEquals(WordPieces.Options.UNCASED, HuggingFace.bert(folder).tokenizer().options());
    }

    @Test
    void aSavedBertIsTheSame() {
        WordPieces tokenizer = WordPieces.of(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "##b", "C"),
                WordPieces.Options.CASED);
        Bert bert = Bert.init(new Bert.Config(8, 6, 2, 2, 8, 10).withPooler().withPadding(-1), new TorchRandom(2));
        HuggingFace.save(folder, bert, tokenizer);
        Pretrained<Bert, WordPieces> read = HuggingFace.bert(folder);
        Expect.equal(bert.logits(IDS, 1).value(), read.model().logits(IDS, 1).value());
        assertEquals(bert.config(), read.model().config());
        assertEquals(WordPieces.Options.CASED, read.tokenizer().options());
    }

    @Test
    void olderFilesWithoutPrefixAndWithMasksAreRead() throws Exception {
        copy("gpt2-tiny");
        Gpt gpt = HuggingFace.gpt2(folder).model();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Safetensors.read(weights()).forEach((name, tensor) -> tensors.put(name.replace("transformer.", ""), tensor));
        tensors.put("h.0.attn.bias", Tensor.ones(1, 1, 64, 64));
        tensors.put("h.0.attn.masked_bias", Tensor.scalar(-1e4f));
        tensors.put("lm_head.weight", tensors.get("wte.weight"));
        Safetensors.write(weights(), tensors, Map.of());
        Expect.equal(gpt.logits(IDS, 1).value(), HuggingFace.gpt2(folder).model().logits(IDS, 1).value());
    }

    @Test
    void theFirstBertFilesAreRead() throws Exception {
        copy("bert-tiny");
        Bert bert = HuggingFace.bert(folder).model();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Safetensors.read(weights()).forEach((name, tensor) -> tensors.put(
                name.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta"),
                tensor));
        tensors.put("cls.seq_relationship.weight", Tensor.zeros(2, 32));
        tensors.put("bert.pooler.dense.weight", Tensor.zeros(32, 32));
        tensors.put("bert.pooler.dense.bias", Tensor.zeros(32));
        Safetensors.write(weights(), tensors, Map.of());
        Bert old = HuggingFace.bert(folder).model();
        Expect.equal(bert.logits(IDS, 1).value(), old.logits(IDS, 1).value());
        assertTrue(old.config().pooler());
        assertFalse(bert.config().pooler());
    }

    @Test
    void configurationsThatWeDoNotDoAreNamed() throws Exception {
        gptFails("\"gelu_new\"", "\"mish\"",
                "activation_function: expected one of gelu, gelu_new, gelu_pytorch_tanh, relu, silu, tanh, got \"mish\"");
        gptFails("layer_idx\": false", "layer_idx\": true",
                "scale_attn_by_inverse_layer_idx: expected false, got true");
        gptFails("scale_attn_weights\": true", "scale_attn_weights\": false",
                "scale_attn_weights: expected true, got false");
        gptFails("\"n_inner\": null", "\"n_inner\": 100", "n_inner: expected 128, got 100");
        gptFails("\"n_head\": 2", "\"n_head\": 5", "n_embd 32 is not a multiple of n_head 5");
        gptFails("\"n_layer\": 2", "\"n_layer\": -2", "n_layer: expected a whole number from 1 to 16777216, got -2");
        gptFails("\"n_layer\": 2", "\"n_layer\": \"2\"",
                "n_layer: expected a whole number from 1 to 16777216, got \"2\"");
        gptFails("\"n_layer\": 2,", "", "n_layer: expected a whole number from 1 to 16777216, got nothing");
        gptFails("1e-05", "7", "layer_norm_epsilon: expected a number between 0 and 1, got 7");
        gptFails("\"gpt2\"", "\"llama\"", "model_type: expected \"gpt2\", got \"llama\"");
        bertFails("is_decoder\": false", "is_decoder\": 1", "is_decoder: expected true or false, got 1");
        bertFails("\"hidden_act\": \"gelu\"", "\"position_embedding_type\": \"relative_key\"",
                "position_embedding_type: expected \"absolute\", got \"relative_key\"");
    }

    @Test
    void tensorsThatDoNotFitAreNamed() throws Exception {
        copy("gpt2-tiny");
        Map<String, Tensor> all = Safetensors.read(weights());
        String name = "transformer.h.1.mlp.c_fc.weight";
        Map<String, Tensor> tensors = new LinkedHashMap<>(all);
        tensors.put(name, tensors.get(name).transpose());
        Safetensors.write(weights(), tensors, Map.of());
        Hostile.fails(weights(), "tensor " + name + ": shape [128,32], config.json needs [32,128]", this::readGpt);
        tensors.remove(name);
        Safetensors.write(weights(), tensors, Map.of());
        Hostile.fails(weights(), "there is no tensor " + name, this::readGpt);
        tensors.putAll(all);
        tensors.put("transformer.h.2.ln_1.weight", Tensor.zeros(32));
        Safetensors.write(weights(), tensors, Map.of());
        Hostile.fails(weights(),
                "tensor transformer.h.2.ln_1.weight: a model as in config.json has no place for it", this::readGpt);
        Files.delete(weights());
        Hostile.fails(weights(), "there is no such file", this::readGpt);
    }

    @Test
    void anotherModelsTokenizerIsNamed() throws Exception {
        copy("gpt2-tiny");
        BytePairs other = BytePairs.train("abcabc", 258);
        other.save(folder.resolve("vocab.json"), folder.resolve("merges.txt"));
        Hostile.fails(folder.resolve("vocab.json"), "has 258 tokens, the model in config.json has 400", this::readGpt);
        copy("gpt2-tiny");
        Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\nq q\n");
        Hostile.fails(folder.resolve("merges.txt"), "line 2: 'qq' is no token of the vocabulary of 400", this::readGpt);
        copy("bert-tiny");
        String vocab = Files.readString(folder.resolve("vocab.txt"));
        Files.writeString(folder.resolve("vocab.txt"), vocab.replace("teacher\n", ""));
        Hostile.fails(folder.resolve("vocab.txt"), "has 280 tokens, the model in config.json has 281",
                () -> HuggingFace.bert(folder));
    }

    @Test
    void whatTheyCannotHoldIsNotSaved() {
        BytePairs tokenizer = BytePairs.train("", 256);
        Gpt.Config tiny = new Gpt.Config(256, 8, 1, 1, 4);
        saveFails("save: GPT-2 has no rotary positions, this model has", tiny.withRotary(), tokenizer);
        saveFails("save: Hugging Face has no name for the activation NONE", tiny.withGelu(Activation.NONE), tokenizer);
        saveFails("save: the tokenizer has 256 tokens, the model has 300", new Gpt.Config(300, 8, 1, 1, 4), tokenizer);
        WordPieces pieces = WordPieces.of(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"),
                WordPieces.Options.UNCASED);
        Bert albert = Bert.init(new Bert.Config(5, 4, 1, 1, 4, 4).withSharedLayers(), new TorchRandom(0));
        Expect.error("save: BERT has no factorised embeddings and no shared layers, this model has",
                () -> HuggingFace.save(folder, albert, pieces));
        assertEquals(0, folder.toFile().list().length);
    }

    private void saveFails(String message, Gpt.Config config, BytePairs tokenizer) {
        Gpt gpt = Gpt.init(config, new TorchRandom(0));
        Expect.error(message, () -> HuggingFace.save(folder, gpt, tokenizer));
    }

    private void gptFails(String part, String other, String problem) throws Exception {
        copy("gpt2-tiny");
        change(text -> text.replace(part, other));
        Hostile.fails(folder.resolve("config.json"), problem, this::readGpt);
    }

    private void bertFails(String part, String other, String problem) throws Exception {
        copy("bert-tiny");
        change(text -> text.replace(part, other));
        Hostile.fails(folder.resolve("config.json"), problem, () -> HuggingFace.bert(folder));
    }

    private void change(UnaryOperator<String> edit) throws IOException {
        Path config = folder.resolve("config.json");
        String text = Files.readString(config);
        assertFalse(text.equals(edit.apply(text)), "nothing to change");
        Files.writeString(config, edit.apply(text));
    }

    private void readGpt() {
        HuggingFace.gpt2(folder);
    }

    private Path weights() {
        return folder.resolve("model.safetensors");
    }

    private static Path golden(String model) throws URISyntaxException {
        return Path.of(HuggingFaceTest.class.getResource("/golden/" + model).toURI());
    }

    private void copy(String model) throws Exception {
        try (Stream<Path> files = Files.list(golden(model))) {
            for (Path file : files.toList()) {
                Files.write(folder.resolve(file.getFileName().toString()), Files.readAllBytes(file));
            }
        }
    }
}
