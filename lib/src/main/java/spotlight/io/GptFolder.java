package spotlight.io;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import spotlight.file.Json;
import spotlight.file.TextFile;
import spotlight.grad.Activation;
import spotlight.model.Gpt;
import spotlight.model.Weights;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;
import spotlight.text.BytePairs;

/**
 * GPT-2 as Hugging Face stores it. Its linear layers are stored the other way round, [in,out] ("Conv1D"), and two of their
 * names differ from ours.
 */
final class GptFolder {
    /** The causal mask, which older files have as a tensor. */
    private static final Predicate<String> MASK = Pattern
            .compile("(?:transformer\\.)?h\\.[0-9]+\\.attn\\.(?:masked_)?bias")
            .asMatchPredicate();

    private GptFolder() {
    }

    /** A weight: our name, theirs, whether the file has it transposed, and its shape in the file. */
    private interface Weight {
        void is(String ours, String theirs, boolean transposed, int... shape);
    }

    /** All weights of such a model. */
    private static void each(Gpt.Config config, Weight weight) {
        int d = config.dModel();
        weight.is("wte.weight", "transformer.wte.weight", false, config.vocab(), d);
        weight.is("wpe.weight", "transformer.wpe.weight", false, config.context(), d);
        for (int i = 0; i < config.layers(); i++) {
            String ours = "h." + i + ".";
            String theirs = "transformer.h." + i + ".";
            norm(weight, ours + "ln_1", theirs + "ln_1", d);
            linear(weight, ours + "c_attn", theirs + "attn.c_attn", d, 3 * d);
            linear(weight, ours + "c_proj", theirs + "attn.c_proj", d, d);
            norm(weight, ours + "ln_2", theirs + "ln_2", d);
            linear(weight, ours + "c_fc", theirs + "mlp.c_fc", d, 4 * d);
            linear(weight, ours + "mlp_proj", theirs + "mlp.c_proj", 4 * d, d);
        }
        norm(weight, "ln_f", "transformer.ln_f", d);
        if (!config.tied()) {
            weight.is("lm_head.weight", "lm_head.weight", false, config.vocab(), d);
        }
    }

    private static void norm(Weight weight, String ours, String theirs, int d) {
        weight.is(ours + ".weight", theirs + ".weight", false, d);
        weight.is(ours + ".bias", theirs + ".bias", false, d);
    }

    private static void linear(Weight weight, String ours, String theirs, int in, int out) {
        weight.is(ours + ".weight", theirs + ".weight", true, in, out);
        weight.is(ours + ".bias", theirs + ".bias", false, out);
    }

    static Pretrained<Gpt, BytePairs> read(Path folder) {
        Gpt.Config config = config(new ModelConfig(folder.resolve(HuggingFace.CONFIG)));
        BytePairs tokenizer = BytePairs.load(folder.resolve("vocab.json"), folder.resolve("merges.txt"));
        HuggingFace.requireSame(folder.resolve("vocab.json"), tokenizer, config.vocab());
        try (Safetensors file = new Safetensors(folder.resolve(HuggingFace.WEIGHTS))) {
            return new Pretrained<>(new Gpt(config, weights(config, file)), tokenizer);
        }
    }

    private static Gpt.Config config(ModelConfig json) {
        json.word("model_type", "gpt2");
        int width = json.size("n_embd");
        json.requireSize("n_inner", 4 * width);
        json.requireFlag("scale_attn_weights", true);
        json.requireFlag("scale_attn_by_inverse_layer_idx", false);
        json.requireFlag("add_cross_attention", false);
        int heads = json.size("n_head");
        if (width % heads != 0) {
            throw json.error("n_embd " + width + " is not a multiple of n_head " + heads);
        }
        return new Gpt.Config(json.size("vocab_size"), json.size("n_positions"), json.size("n_layer"), heads, width,
                true,
                json.activation("activation_function", "gelu_new"), false, json.flag("tie_word_embeddings", true),
                json.number("layer_norm_epsilon", 1e-5));
    }

    private static Weights weights(Gpt.Config config, Safetensors file) {
        Stored stored = new Stored(file);
        each(config, stored::read);
        return Weights.of(stored.weights(name -> MASK.test(name) || name.equals("lm_head.weight")));
    }

    static void write(Path folder, Gpt gpt, BytePairs tokenizer) {
        Gpt.Config config = gpt.config();
        Shapes.require(!config.rotary(), "save: GPT-2 has no rotary positions, this model has");
        HuggingFace.requireSame(tokenizer, config.vocab());
        Map<String, Object> json = json(config, tokenizer);
        tokenizer.save(folder.resolve("vocab.json"), folder.resolve("merges.txt"));
        TextFile.write(folder.resolve(HuggingFace.CONFIG), Json.writeLines(json));
        writeWeights(folder.resolve(HuggingFace.WEIGHTS), gpt);
    }

    private static Map<String, Object> json(Gpt.Config config, BytePairs tokenizer) {
        Object end = tokenizer.has(BytePairs.END_OF_TEXT) ? (long) tokenizer.id(BytePairs.END_OF_TEXT) : Json.NULL;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("architectures", List.of("GPT2LMHeadModel"));
        json.put("model_type", "gpt2");
        json.put("vocab_size", config.vocab());
        json.put("n_positions", config.context());
        json.put("n_layer", config.layers());
        json.put("n_head", config.heads());
        json.put("n_embd", config.dModel());
        json.put("activation_function", ModelConfig.name(config.gelu()));
        json.put("layer_norm_epsilon", config.eps());
        json.put("tie_word_embeddings", config.tied());
        json.put("bos_token_id", end);
        json.put("eos_token_id", end);
        return json;
    }

    /** A model without biases gets zeros: GPT-2 always has them. */
    private static void writeWeights(Path file, Gpt gpt) {
        Weights weights = gpt.weights();
        Map<String, int[]> shapes = new LinkedHashMap<>();
        Map<String, Supplier<Tensor>> values = new HashMap<>(); // transposed when their turn comes, one at a time
        each(gpt.config(), (ours, theirs, transposed, shape) -> {
            shapes.put(theirs, shape);
            values.put(theirs, () -> {
                Tensor value = weights.has(ours) ? weights.get(ours).value() : Tensor.zeros(shape);
                return transposed ? value.transpose() : value;
            });
        });
        SafetensorsWriter.write(file, shapes, name -> values.get(name).get(), HuggingFace.METADATA);
    }
}
