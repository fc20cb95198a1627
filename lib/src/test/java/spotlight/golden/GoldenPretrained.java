package spotlight.golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.model.Bert;
import spotlight.model.Dropout;
import spotlight.model.Generator;
import spotlight.model.Gpt;
import spotlight.model.GptBlock;
import spotlight.model.GptCache;
import spotlight.model.Sampler;
import spotlight.model.Weights;
import spotlight.tensor.Tensor;

/** The golden cases of GPT and BERT, as {@code spotlight.model} computes them. */
final class GoldenPretrained {
    /** Names of a BERT in the cases, and in Hugging Face's layout; between the dots of a layer its number. */
    private static final Map<String, String> BERT = Map.ofEntries(Map.entry("word", "bert.embeddings.word_embeddings"),
            Map.entry("pos", "bert.embeddings.position_embeddings"),
            Map.entry("seg", "bert.embeddings.token_type_embeddings"),
            Map.entry("emb_norm", "bert.embeddings.LayerNorm"), Map.entry("query", "attention.self.query"),
            Map.entry("key", "attention.self.key"), Map.entry("value", "attention.self.value"),
            Map.entry("attn_out", "attention.output.dense"), Map.entry("attn_norm", "attention.output.LayerNorm"),
            Map.entry("inter", "intermediate.dense"), Map.entry("output", "output.dense"),
            Map.entry("out_norm", "output.LayerNorm"), Map.entry("transform", "cls.predictions.transform.dense"),
            Map.entry("transform_norm", "cls.predictions.transform.LayerNorm"),
            Map.entry("pooler", "bert.pooler.dense"));

    private GoldenPretrained() {
    }

    static void register(Map<String, GoldenOps.Op> known) {
        known.put("gpt_greedy_decode", GoldenPretrained::greedy);
        known.put("sampling_filters", GoldenPretrained::filters);
    }

    static void registerGradients(Map<String, List<GoldenGrads.Op>> known) {
        also(known, "gpt", GoldenPretrained::gptLoss);
        also(known, "gpt2_block", GoldenPretrained::gptBlock);
        also(known, "bert_mlm", GoldenPretrained::bert);
    }

    /** Besides the ways there are. */
    private static void also(Map<String, List<GoldenGrads.Op>> known, String op, GoldenGrads.Op way) {
        List<GoldenGrads.Op> ways = new ArrayList<>(known.getOrDefault(op, List.of()));
        ways.add(way);
        known.put(op, ways);
    }

    // ---- GPT

    private static Gpt gpt(GoldenCase c, Weights weights) {
        Activation gelu = c.string("gelu").equals("tanh") ? Activation.GELU_TANH : Activation.GELU;
        return new Gpt(new Gpt.Config((int) c.number("vocab"), (int) c.number("block_size"), (int) c.number("n_layer"),
                (int) c.number("n_head"), (int) c.number("n_embd")).withGelu(gelu), weights);
    }

    /** The parameters of a case, which are asked for their gradients. */
    private static Weights weights(GoldenVars c) {
        Weights weights = new Weights();
        c.given().all("params").keySet().forEach(name -> weights.share(name, c.param(name)));
        return weights;
    }

    private static Map<String, Var> gptLoss(GoldenVars c) {
        Gpt gpt = gpt(c.given(), weights(c));
        int batch = c.given().inputValues("idx").shape()[0];
        return Map.of("logits", gpt.logits(c.ids("idx"), batch), "loss",
                gpt.loss(c.ids("idx"), c.ids("labels"), batch));
    }

    private static Map<String, Var> gptBlock(GoldenVars c) {
        Gpt.Config config = new Gpt.Config(1, 5, 1, c.number("n_head"), c.number("n_embd"));
        return Map.of("y", new GptBlock(config, weights(c)).apply(c.input("x"), Dropout.NONE));
    }

    private static Map<String, Object> greedy(GoldenCase c) {
        Weights weights = new Weights();
        c.all("params").keySet().forEach(name -> weights.parameter(name, c.param(name)));
        Gpt gpt = gpt(c, weights);
        int[] prompt = c.inputValues("prompt").integers();
        int steps = (int) c.number("steps");
        Map<String, Object> outputs = new LinkedHashMap<>();
        GptCache cache = gpt.cache();
        List<Tensor> cached = new ArrayList<>(List.of(gpt.next(prompt, cache)));
        keep(outputs, cache, "after_prefill");
        int[] text = new Generator(gpt).generate(prompt, steps, Sampler.greedy());
        int[] tokens = Arrays.copyOf(prompt, prompt.length + steps);
        System.arraycopy(text, 0, tokens, prompt.length, steps);
        List<Tensor> full = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            int[] ids = Arrays.copyOf(tokens, prompt.length + step);
            full.add(gpt.logits(ids, 1).value().select(0, 0).select(0, -1));
            if (step > 0) {
                cached.add(gpt.next(new int[] {tokens[ids.length - 1]}, cache));
            }
            if (step == 1) {
                keep(outputs, cache, "after_step1");
            }
        }
        double[] ids = Arrays.stream(tokens).asDoubleStream().toArray();
        outputs.put("tokens", Tensor.of(ids, 1, ids.length));
        outputs.put("logits_last_full", Tensor.stack(full.toArray(Tensor[]::new)));
        outputs.put("logits_last_cached", Tensor.stack(cached.toArray(Tensor[]::new)));
        return outputs;
    }

    private static void keep(Map<String, Object> outputs, GptCache cache, String when) {
        outputs.put("k_cache_layer0_" + when, cache.keys(0).unsqueeze(0)); // [1,H,T,K]
        outputs.put("v_cache_layer0_" + when, cache.values(0).unsqueeze(0));
    }

    private static Map<String, Object> filters(GoldenCase c) {
        double temperature = c.number("temperature");
        Tensor logits = c.input("logits");
        return Map.of("p_temperature", new Sampler(temperature, 0, 1, 0).probabilities(logits), "p_top_k",
                new Sampler(temperature, (int) c.number("top_k"), 1, 0).probabilities(logits), "p_top_p",
                new Sampler(temperature, 0, c.number("top_p"), 0).probabilities(logits));
    }

    // ---- BERT

    /** Hugging Face's name. */
    private static String named(String name) {
        if (name.equals("decoder_bias")) {
            return "cls.predictions.bias";
        }
        String[] parts = name.split("\\."); // word.weight, or layers.0.query.weight
        String part = BERT.get(parts[parts.length - 2]) + "." + parts[parts.length - 1];
        return parts.length == 4 ? "bert.encoder.layer." + parts[1] + "." + part : part;
    }

    private static Map<String, Var> bert(GoldenVars c) {
        Weights weights = new Weights();
        c.given().all("params").keySet().forEach(name -> weights.share(named(name), c.param(name)));
        Bert.Config config = new Bert.Config(c.number("vocab"), c.number("max_len"), c.number("layers"),
                c.number("heads"), c.number("hidden"), c.number("intermediate")).withPooler();
        Bert bert = new Bert(config, weights);
        int[] ids = c.ids("ids");
        int[] seen = c.ids("attention_mask");
        for (int i = 0; i < ids.length; i++) {
            if ((ids[i] == config.padding()) == (seen[i] == 1)) {
                throw new AssertionError("id " + ids[i] + " at " + i + ": hidden is what is padding, and nothing else");
            }
        }
        int batch = c.given().inputValues("ids").shape()[0];
        Var hidden = bert.hidden(ids, c.ids("token_type"), batch, Dropout.NONE);
        return Map.of("logits", bert.score(hidden), "pooled", bert.pooled(hidden), "loss",
                bert.loss(ids, c.ids("token_type"), c.ids("labels"), batch, Dropout.NONE));
    }
}
