package spotlight.model;

import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * Attention by several heads with its projections; "Attention Is All You Need", section 3.2.2, in the layout of
 * PyTorch's nn.MultiheadAttention: {@code in_proj_weight} [3D,D] has the rows for q, then k, then v.
 *
 * @param heads   H
 * @param weights in_proj_weight, in_proj_bias, out_proj.weight, out_proj.bias; the biases may be left out
 */
public record AttentionLayer(int heads, Weights weights) {

    /** New weights as PyTorch begins with: out_proj is drawn first, then in_proj; biases are 0. */
    public static AttentionLayer init(int dModel, int heads, Weights weights, TorchRandom random) {
        Shapes.require(heads > 0 && dModel % heads == 0,
                () -> "attention: dModel " + dModel + " is not a multiple of heads " + heads);
        Weights drawn = new Weights();
        Layers.initLinear(drawn, "out_proj", dModel, dModel, random);
        weights.parameter("in_proj_weight", Layers.xavier(3 * dModel, dModel, random));
        weights.parameter("in_proj_bias", Tensor.zeros(3 * dModel));
        weights.parameter("out_proj.weight", drawn.get("out_proj.weight").value());
        weights.parameter("out_proj.bias", Tensor.zeros(dModel));
        return new AttentionLayer(heads, weights);
    }

    /**
     * Each token looks at the tokens of its own sequence.
     *
     * @param x      [B,T,D]
     * @param causal whether the future is hidden
     * @param mask   added to the scores, stretches to [B,H,T,T]
     * @return [B,T,D]
     */
    public Var self(Var x, boolean causal, Tensor mask) {
        Var qkv = project(x, 0, 3); // [B,T,3D]
        return output(AttentionHeads.self(weights.path(), heads, qkv, causal, mask));
    }

    /** Each token of x [B,T,D] looks at another sequence, memory [B,S,D]; the mask stretches to [B,H,T,S]. */
    public Var cross(Var x, Var memory, Tensor mask) {
        Var q = project(x, 0, 1);
        Var k = project(memory, 1, 2);
        Var v = project(memory, 2, 3);
        return output(AttentionHeads.cross(weights.path(), heads, q, k, v, false, mask));
    }

    /** The projections {@code from..to-1} of q, k and v, side by side [B,T,(to-from)D]. */
    Var project(Var x, int from, int to) {
        int dModel = weights.get("in_proj_weight").size(1);
        Var weight = part("in_proj_weight", from * dModel, to * dModel);
        return weights.has("in_proj_bias")
                ? x.linear(weight, part("in_proj_bias", from * dModel, to * dModel))
                : x.linear(weight);
    }

    private Var part(String name, int from, int to) {
        Var whole = weights.get(name);
        return to - from == whole.size(0) ? whole : whole.slice(0, from, to);
    }

    /** The joined heads [B,T,D] mixed by the last projection. */
    Var output(Var joined) {
        return Layers.linear(weights, "out_proj", joined);
    }
}
