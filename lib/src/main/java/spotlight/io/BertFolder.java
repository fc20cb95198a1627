package spotlight.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import spotlight.file.Json;
import spotlight.file.TextFile;
import spotlight.model.Bert;
import spotlight.model.Weights;
import spotlight.tensor.Shapes;
import spotlight.text.WordPieces;

/** BERT as Hugging Face stores it: names and layout are ours, too. */
final class BertFolder {
    private static final String VOCABULARY = "vocab.txt";
    private static final String TOKENIZER = "tokenizer_config.json";
    private static final String POOLER = "bert.pooler.dense.";
    /** Positions 0, 1, 2, ...; the second task of BERT's training; names for weights that are tied to others. */
    private static final Predicate<String> USELESS = Pattern
            .compile("bert\\.embeddings\\.(position_ids|token_type_ids)|cls\\.seq_relationship\\.(weight|bias)"
                    + "|cls\\.predictions\\.decoder\\.(weight|bias)")
            .asMatchPredicate();

    private BertFolder() {
    }

    static Pretrained<Bert, WordPieces> read(Path folder) {
        ModelConfig json = new ModelConfig(folder.resolve(HuggingFace.CONFIG));
        Bert.Config config = config(json);
        WordPieces tokenizer = WordPieces.load(folder.resolve(VOCABULARY), options(folder.resolve(TOKENIZER)));
        HuggingFace.requireSame(folder.resolve(VOCABULARY), tokenizer, config.vocab());
        try (Safetensors file = new Safetensors(folder.resolve(HuggingFace.WEIGHTS))) {
            Bert.Config withOrWithout = file.has(POOLER + "weight") ? config.withPooler() : config;
            return new Pretrained<>(new Bert(withOrWithout, weights(withOrWithout, file)), tokenizer);
        }
    }

    private static WordPieces.Options options(Path file) {
        if (!Files.exists(file)) {
            return WordPieces.Options.UNCASED;
        }
        ModelConfig json = new ModelConfig(file);
        boolean lowerCase = json.flag("do_lower_case", true);
        return new WordPieces.Options(lowerCase, json.flag("strip_accents", lowerCase),
                json.flag("tokenize_chinese_chars", true));
    }

    private static Bert.Config config(ModelConfig json) {
        json.word("model_type", "bert");
        json.word("position_embedding_type", "absolute");
        json.requireFlag("is_decoder", false);
        json.requireFlag("add_cross_attention", false);
        json.requireFlag("tie_word_embeddings", true);
        int width = json.size("hidden_size");
        int heads = json.size("num_attention_heads");
        if (width % heads != 0) {
            throw json.error("hidden_size " + width + " is not a multiple of num_attention_heads " + heads);
        }
        int padding = json.has("pad_token_id") ? json.whole("pad_token_id", 0) : json.isNull("pad_token_id") ? -1 : 0;
        return new Bert.Config(json.size("vocab_size"), json.size("max_position_embeddings"),
                json.size("num_hidden_layers"), heads, width, json.size("intermediate_size"),
                json.has("type_vocab_size") ? json.size("type_vocab_size") : 2, padding, false, width, false,
                json.activation("hidden_act", "gelu"), json.number("layer_norm_eps", 1e-12));
    }

    private static Weights weights(Bert.Config config, Safetensors file) {
        Stored stored = new Stored(file);
        int d = config.dModel();
        String tables = "bert.embeddings.";
        matrix(stored, tables + "word_embeddings", config.vocab(), d);
        matrix(stored, tables + "position_embeddings", config.context(), d);
        matrix(stored, tables + "token_type_embeddings", config.segments(), d);
        norm(stored, tables + "LayerNorm", d);
        for (int i = 0; i < config.layers(); i++) {
            String at = "bert.encoder.layer." + i + ".";
            for (String part : List.of("self.query", "self.key", "self.value", "output.dense")) {
                linear(stored, at + "attention." + part, d, d);
            }
            norm(stored, at + "attention.output.LayerNorm", d);
            linear(stored, at + "intermediate.dense", config.dFf(), d);
            linear(stored, at + "output.dense", d, config.dFf());
            norm(stored, at + "output.LayerNorm", d);
        }
        if (config.pooler()) {
            linear(stored, "bert.pooler.dense", d, d);
        }
        String head = "cls.predictions.";
        stored.read(head + "bias", head + "bias", false, config.vocab());
        linear(stored, head + "transform.dense", d, d);
        norm(stored, head + "transform.LayerNorm", d);
        return Weights.of(stored.weights(USELESS));
    }

    private static void linear(Stored stored, String name, int out, int in) {
        matrix(stored, name, out, in);
        stored.read(name + ".bias", name + ".bias", false, out);
    }

    private static void matrix(Stored stored, String name, int out, int in) {
        stored.read(name + ".weight", name + ".weight", false, out, in);
    }

    private static void norm(Stored stored, String name, int d) {
        stored.read(name + ".weight", name + ".weight", false, d);
        stored.read(name + ".bias", name + ".bias", false, d);
    }

    static void write(Path folder, Bert bert, WordPieces tokenizer) {
        Bert.Config config = bert.config();
        Shapes.require(config.embeddingSize() == config.dModel() && !config.shareLayers(),
                () -> "save: BERT has no factorised embeddings and no shared layers, this model has");
        HuggingFace.requireSame(tokenizer, config.vocab());
        Map<String, Object> json = json(config);
        tokenizer.save(folder.resolve(VOCABULARY));
        WordPieces.Options options = tokenizer.options();
        Map<String, Object> how = new LinkedHashMap<>();
        how.put("tokenizer_class", "BertTokenizer");
        how.put("do_lower_case", options.lowerCase());
        how.put("strip_accents", options.stripAccents());
        how.put("tokenize_chinese_chars", options.spaceChinese());
        how.put("model_max_length", config.context());
        TextFile.write(folder.resolve(TOKENIZER), Json.writeLines(how));
        TextFile.write(folder.resolve(HuggingFace.CONFIG), Json.writeLines(json));
        Safetensors.write(folder.resolve(HuggingFace.WEIGHTS), bert.weights().tensors(), HuggingFace.METADATA);
    }

    private static Map<String, Object> json(Bert.Config config) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("architectures", List.of("BertForMaskedLM"));
        json.put("model_type", "bert");
        json.put("vocab_size", config.vocab());
        json.put("max_position_embeddings", config.context());
        json.put("num_hidden_layers", config.layers());
        json.put("num_attention_heads", config.heads());
        json.put("hidden_size", config.dModel());
        json.put("intermediate_size", config.dFf());
        json.put("type_vocab_size", config.segments());
        json.put("hidden_act", ModelConfig.name(config.gelu()));
        json.put("layer_norm_eps", config.eps());
        json.put("pad_token_id", config.padding() < 0 ? Json.NULL : config.padding());
        json.put("tie_word_embeddings", true);
        return json;
    }
}
