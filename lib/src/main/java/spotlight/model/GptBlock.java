package spotlight.model;

import spotlight.grad.Rotary;
import spotlight.grad.Var;
import spotlight.nn.Mask;

/**
 * One layer of a GPT: attention to the tokens so far, then an MLP for each token, each normed first and added to what
 * it reads; "Language Models are Unsupervised Multitask Learners" (GPT-2), section 2.3.
 *
 * @param config  the model's
 * @param weights of this layer
 * @param rotary  the angles, if positions are rotary
 */
public record GptBlock(Gpt.Config config, Weights weights, Rotary rotary) {

    /** A layer that makes its own angles, if positions are rotary. */
    public GptBlock(Gpt.Config config, Weights weights) {
        this(config, weights, rotary(config));
    }

    static Rotary rotary(Gpt.Config config) {
        return config.rotary() ? new Rotary(config.context(), config.dModel() / config.heads()) : new Rotary(0, 2);
    }

    /** x [B,T,D] to [B,T,D]. */
    public Var apply(Var x, Dropout dropout) {
        Var y = x.plus(dropout.apply(attention(norm("ln_1", x))));
        return y.plus(dropout.apply(mlp(norm("ln_2", y))));
    }

    private Var attention(Var x) {
        Var qkv = Layers.linear(weights, "c_attn", x); // [B,T,3D]
        Var turned = config.rotary() ? rotary.apply(qkv, 2 * config.dModel()) : qkv; // q and k, not v
        String name = weights.in("attn").path();
        return Layers.linear(weights, "c_proj",
                AttentionHeads.self(name, config.heads(), turned, true, Mask.none()));
    }

    private Var mlp(Var x) {
        return Layers.linear(weights, "mlp_proj", Layers.linear(weights, "c_fc", x, config.gelu())); // by way of 4D
    }

    private Var norm(String name, Var x) {
        return Layers.norm(weights, name, x, config.eps());
    }
}
