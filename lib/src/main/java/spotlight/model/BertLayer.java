package spotlight.model;

import spotlight.grad.Var;
import spotlight.tensor.Tensor;

/**
 * One layer of a BERT: attention to all tokens, then two linear layers for each token, each added to what it reads and
 * normed after that; "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding", section 3.
 *
 * @param config  the model's
 * @param weights of this layer; of the only one if layers are shared
 * @param number  which of the layers it is
 */
record BertLayer(Bert.Config config, Weights weights, int number) {

    /** x [B,T,D] to [B,T,D]; the mask [B,1,1,T] hides padding. */
    Var apply(Var x, Tensor mask, Dropout dropout) {
        Var y = norm("attention.output", x.plus(dropout.apply(attention(x, mask))));
        Var wide = Layers.linear(weights, "intermediate.dense", y, config.gelu()); // [B,T,F]
        return norm("output", y.plus(dropout.apply(Layers.linear(weights, "output.dense", wide))));
    }

    private Var attention(Var x, Tensor mask) {
        Weights self = weights.in("attention.self");
        Var mixed = AttentionHeads.cross("bert.encoder.layer." + number + ".attention.self", config.heads(),
                Layers.linear(self, "query", x), Layers.linear(self, "key", x), Layers.linear(self, "value", x), false,
                mask);
        return Layers.linear(weights, "attention.output.dense", mixed);
    }

    private Var norm(String at, Var x) {
        return Layers.norm(weights, at + ".LayerNorm", x, config.eps());
    }
}
