package spotlight.golden;

import java.util.Map;
import java.util.function.UnaryOperator;
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
        UnaryOperator<Tensor> published = x -> {
            Tensor centred = x.minus(x.mean(-1).unsqueeze(-1));
            return centred.dividedBy(centred.square().mean(-1).sqrt().plus(eps).unsqueeze(-1));
        };
        int dModel = c.input("X").size(-1);
        UnaryOperator<Tensor> torch = x -> x.layerNorm(Tensor.ones(dModel), Tensor.zeros(dModel), eps);
        return Map.of("after_norm1", afterAttention(c, published), //
                "output", encoderLayer(c, published), "output_sqrt_var_eps", encoderLayer(c, torch));
    }

    private static Tensor afterAttention(GoldenCase c, UnaryOperator<Tensor> norm) {
        return norm.apply(c.input("X").plus((Tensor) numpy(c).get("output")));
    }

    private static Tensor encoderLayer(GoldenCase c, UnaryOperator<Tensor> norm) {
        Tensor x = afterAttention(c, norm);
        return norm.apply(x.plus(x.matmul(c.param("W1")).relu().matmul(c.param("W2"))));
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
