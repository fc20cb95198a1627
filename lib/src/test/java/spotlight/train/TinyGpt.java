package spotlight.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

/**
 * A GPT in the layout of GPT-2, written with the tape's operations and nothing else.
 *
 * @param config  its size
 * @param weights what is learned, and biases that are not, by their names in GPT-2
 */
public record TinyGpt(Config config, Map<String, Var> weights) {
    /** Its size, whether layers have biases, and the activation of the MLPs. */
    public record Config(int vocab, int context, int layers, int heads, int dModel, boolean bias, Activation gelu) {
    }

    /** With matrices from a normal distribution of standard deviation 0.02; norms begin at 1, biases at 0. */
    public TinyGpt(Config c, long seed) {
        this(c, new LinkedHashMap<>());
        TorchRandom random = new TorchRandom(seed);
        int d = c.dModel;
        weights.put("wte.weight", Var.parameter(random.normal(0, 0.02f, c.vocab, d)));
        weights.put("wpe.weight", Var.parameter(random.normal(0, 0.02f, c.context, d)));
        for (int layer = 0; layer < c.layers; layer++) {
            String h = "h." + layer + ".";
            layer(h + "ln_1", Tensor.ones(d));
            layer(h + "c_attn", random.normal(0, 0.02f, 3 * d, d));
            layer(h + "c_proj", random.normal(0, 0.02f, d, d));
            layer(h + "ln_2", Tensor.ones(d));
            layer(h + "c_fc", random.normal(0, 0.02f, 4 * d, d));
            layer(h + "mlp_proj", random.normal(0, 0.02f, d, 4 * d));
        }
        layer("ln_f", Tensor.ones(d));
    }

    private void layer(String name, Tensor weight) {
        Tensor zeros = Tensor.zeros(weight.size(0));
        weights.put(name + ".weight", Var.parameter(weight));
        weights.put(name + ".bias", config.bias ? Var.parameter(zeros) : Var.constant(zeros));
    }

    /** One layer: attention, then the MLP, each added to what it reads, x [B,T,D]. */
    public Var block(Var x, String h) {
        Var qkv = linear(norm(x, h + "ln_1"), h + "c_attn"); // [B,T,3D]
        Var y = x.plus(linear(qkv.selfAttention(config.heads, true), h + "c_proj"));
        Var wide = linear(norm(y, h + "ln_2"), h + "c_fc"); // [B,T,4D]
        return y.plus(linear(config.gelu.apply(wide), h + "mlp_proj"));
    }

    /** For each token the scores of what comes next [B,T,V]. */
    public Var logits(int[] ids, int batch) {
        int tokens = ids.length / batch;
        Var x = weights.get("wte.weight").rows(ids, batch, tokens) // [B,T,D]
                .plus(weights.get("wpe.weight").slice(0, 0, tokens));
        for (int layer = 0; layer < config.layers; layer++) {
            x = block(x, "h." + layer + ".");
        }
        return norm(x, "ln_f").linear(weights.get("wte.weight"));
    }

    private Var norm(Var x, String name) {
        return x.layerNorm(weights.get(name + ".weight"), weights.get(name + ".bias"), 1e-5f);
    }

    private Var linear(Var x, String name) {
        Var weight = weights.get(name + ".weight");
        return config.bias ? x.linear(weight, weights.get(name + ".bias")) : x.linear(weight);
    }

    /** The mean loss in nats per token. */
    public Var loss(int[] ids, int[] targets, int batch) {
        return logits(ids, batch).crossEntropy(targets);
    }

    /** What is learned. */
    public List<Var> params() {
        return weights.values().stream().filter(Var::tracked).toList();
    }
}
