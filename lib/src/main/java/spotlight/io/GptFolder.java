package spotlight.io;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
    private static final Predicate<String> MASK = Pattern.compile("h\\.[0-9]+\\.attn\\.(?:masked_)?bias")
            .asMatchPredicate();

    private GptFolder() {
    }

    /** A linear layer or a norm of a block: our name, theirs, and for a matrix how many it reads and makes, in D. */
    private record Part(String ours, String theirs, int in, int out) {
        boolean matrix() {
            return in > 0;
        }
    }

    private static final List<Part> PARTS = List.of(new Part("ln_1", "ln_1", 0, 1), new Part("c_attn", "attn.c_attn", 1,
            3), new Part("c_proj", "attn.c_proj", 1, 1), new Part("ln_2", "ln_2", 0, 1),
            new Part("c_fc", "mlp.c_fc", 1,
                    4),
            new Part("mlp_proj", "mlp.c_proj", 4, 1));

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
        Stored stored = new Stored(file, "transformer.");
        int d = config.dModel();
        stored.read("wte.weight", "wte.weight", config.vocab(), d);
        stored.read("wpe.weight", "wpe.weight", config.context(), d);
        for (int i = 0; i < config.layers(); i++) {
            String h = "h." + i + ".";
            for (Part part : PARTS) {
                if (part.matrix()) {
                    stored.readTransposed(h + part.ours + ".weight", h + part.theirs + ".weight", part.in * d,
                            part.out * d);
                } else {
                    stored.read(h + part.ours + ".weight", h + part.theirs + ".weight", d);
                }
                stored.read(h + part.ours + ".bias", h + part.theirs + ".bias", part.out * d);
            }
        }
        stored.read("ln_f.weight", "ln_f.weight", d);
        stored.read("ln_f.bias", "ln_f.bias", d);
        if (!config.tied()) {
            stored.read("lm_head.weight", "lm_head.weight", config.vocab(), d);
        }
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
        int d = gpt.config().dModel();
        Map<String, String> ours = new LinkedHashMap<>(); // by their name
        Map<String, int[]> shapes = new LinkedHashMap<>();
        weights.all().forEach((name, weight) -> {
            Part part = part(name);
            String theirs = part == null ? name : name.replace("." + part.ours + ".", "." + part.theirs + ".");
            String full = theirs.equals("lm_head.weight") ? theirs : "transformer." + theirs;
            boolean turned = part != null && part.matrix() && name.endsWith(".weight");
            ours.put(full, name);
            shapes.put(full, turned ? new int[] {part.in * d, part.out * d} : weight.shape());
            String bias = full.replace(".weight", ".bias");
            if (!gpt.config().biases() && (part != null || name.equals("ln_f.weight"))) {
                shapes.put(bias, new int[] {part == null ? d : part.out * d});
            }
        });
        SafetensorsWriter.write(file, shapes, name -> {
            if (!ours.containsKey(name)) {
                return Tensor.zeros(shapes.get(name));
            }
            Tensor tensor = weights.get(ours.get(name)).value();
            Part part = part(ours.get(name));
            return part != null && part.matrix() && tensor.rank() == 2 ? tensor.transpose() : tensor;
        }, HuggingFace.METADATA);
    }

    /** The part of a block that a weight of ours belongs to, or null. */
    private static Part part(String ours) {
        return PARTS.stream().filter(p -> ours.matches("h\\.[0-9]+\\." + p.ours + "\\..*")).findFirst().orElse(null);
    }
}
