package spotlight.golden;

import java.util.Map;
import spotlight.grad.Var;
import spotlight.model.EncoderLayer;
import spotlight.model.LayerConfig;
import spotlight.model.Norm;
import spotlight.model.Weights;
import spotlight.nn.Attention;
import spotlight.nn.Linear;
import spotlight.nn.Mask;
import spotlight.nn.MultiHeadAttention;
import spotlight.tensor.Tensor;

/** The golden cases of attention by several heads. */
final class GoldenHeads {
    private GoldenHeads() {
    }

    static Map<String, Object> torch(GoldenCase c) {
        boolean batchFirst = c.flag("batch_first");
        Tensor query = batched(c.input("query"), batchFirst);
        Tensor key = c.hasInput("key") ? batched(c.input("key"), batchFirst) : query;
        Tensor value = c.hasInput("value") ? batched(c.input("value"), batchFirst) : key;
        Tensor mask = mask(c);
        MultiHeadAttention attention = attention(c);
        Attention.Result result = attention.apply(query, key, value, mask);
        return Map.of("y", batched(result.output(), batchFirst), //
                "weights_per_head", result.weights(), //
                "weights_avg", result.weights().mean(1), //
                "y_need_weights_false", batched(withoutWeights(attention, query, key, value, mask), batchFirst));
    }

    static Map<String, Object> numpy(GoldenCase c) {
        int heads = (int) c.number("num_heads");
        MultiHeadAttention attention = new MultiHeadAttention(heads, joined(c.param("W_q")), joined(c.param("W_k")),
                joined(c.param("W_v")), Linear.ofColumns(c.param("W_o")));
        Attention.Result result = attention.apply(c.input("X"));
        return Map.of("weights", result.weights().transpose(0, 1), "output", result.output()); // [H,B,T,S]
    }

    /** The tutorial's norm divides by std + eps; PyTorch's by sqrt(variance + eps). */
    static Map<String, Object> encoderLayerNumpy(GoldenCase c) {
        float eps = (float) c.number("eps");
        Var x = Var.constant(c.input("X"));
        Var attended = Var.constant(x.value().plus((Tensor) numpy(c).get("output")));
        Weights weights = encoderWeights(c, x.size(-1));
        LayerConfig config = LayerConfig.of(x.size(-1), (int) c.number("num_heads"), (int) c.number("d_ff"));
        LayerConfig published = config.with(Norm.STD_PLUS_EPS, eps);
        Tensor zeros = Tensor.zeros(x.size(-1));
        return Map.of("after_norm1",
                Norm.STD_PLUS_EPS.apply(attended, weights.get("norm1.weight"), Var.constant(zeros), eps).value(),
                "output", new EncoderLayer(published, weights).apply(x).value(), "output_sqrt_var_eps",
                new EncoderLayer(config.with(Norm.LAYER_NORM, eps), weights).apply(x).value());
    }

    /** The tutorial's matrices, written [in,out] and one for each head, as weights of an encoder layer. */
    private static Weights encoderWeights(GoldenCase c, int dModel) {
        Weights weights = new Weights();
        weights.constant("self_attn.in_proj_weight", Tensor.concat(0, joined(c.param("W_q")).weight(),
                joined(c.param("W_k")).weight(), joined(c.param("W_v")).weight()));
        weights.constant("self_attn.out_proj.weight", c.param("W_o").transpose());
        weights.constant("linear1.weight", c.param("W1").transpose());
        weights.constant("linear2.weight", c.param("W2").transpose());
        weights.constant("norm1.weight", Tensor.ones(dModel));
        weights.constant("norm2.weight", Tensor.ones(dModel));
        return weights;
    }

    /** One matrix per head [H,D,K] as one projection. */
    private static Linear joined(Tensor perHead) {
        return new Linear(perHead.transpose().reshape(-1, perHead.size(1))); // [H,K,D] to [H*K,D]
    }

    private static MultiHeadAttention attention(GoldenCase c) {
        int heads = (int) c.number("num_heads");
        int dModel = (int) c.number("embed_dim");
        Tensor inBias = c.hasParam("in_proj_bias") ? c.param("in_proj_bias") : Tensor.zeros(3 * dModel);
        Linear output = GoldenOps.linear(c, "out_proj.weight", "out_proj.bias");
        if (c.hasParam("in_proj_weight")) {
            return MultiHeadAttention.fromTorch(heads, c.param("in_proj_weight"), inBias, output.weight(),
                    output.bias());
        }
        return new MultiHeadAttention(heads, //
                new Linear(c.param("q_proj_weight"), inBias.slice(0, 0, dModel)),
                new Linear(c.param("k_proj_weight"), inBias.slice(0, dModel, 2 * dModel)),
                new Linear(c.param("v_proj_weight"), inBias.slice(0, 2 * dModel, 3 * dModel)), output);
    }

    /** PyTorch's two masks as one; where they are Boolean, true means hidden. */
    static Tensor mask(GoldenCase c) {
        Tensor mask = Mask.none();
        if (c.hasInput("attn_mask")) {
            mask = mask.plus(additive(c, "attn_mask", 0)); // [T,S]
        }
        if (c.hasInput("key_padding_mask")) {
            mask = mask.plus(additive(c, "key_padding_mask", 0).unsqueeze(1)); // [B,1,S]
        }
        return mask;
    }

    /** A mask of numbers as it is; of flags, 0 where the flag says visible. */
    static Tensor additive(GoldenCase c, String name, int visible) {
        boolean flags = c.inputValues(name).dtype().equals("bool");
        return flags ? c.input(name).map(x -> x == visible ? 0 : Float.NEGATIVE_INFINITY) : c.input(name);
    }

    /** As PyTorch computes it when nobody asks for the weights: a query that sees nothing gets 0 instead of NaN. */
    private static Tensor withoutWeights(MultiHeadAttention attention, Tensor query, Tensor key, Tensor value,
            Tensor mask) {
        int heads = attention.heads();
        Tensor perHead = mask.rank() == 3 ? mask.unsqueeze(1) : mask;
        Tensor joined = Attention.scaledDotProduct(split(attention.query().apply(query), heads),
                split(attention.key().apply(key), heads), split(attention.value().apply(value), heads), perHead)
                .output().transpose(1, 2);
        return attention.output().apply(joined.reshape(joined.size(0), joined.size(1), -1));
    }

    private static Tensor split(Tensor x, int heads) {
        return x.reshape(x.size(0), x.size(1), heads, -1).transpose(1, 2);
    }

    private static Tensor batched(Tensor x, boolean batchFirst) {
        return batchFirst ? x : x.transpose(0, 1);
    }
}
