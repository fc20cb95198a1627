package spotlight.golden;

import java.util.HashMap;
import java.util.Map;
import spotlight.grad.Var;
import spotlight.model.AttentionHeads;
import spotlight.model.AttentionLayer;
import spotlight.nn.Mask;
import spotlight.tensor.Tensor;

/** The golden cases of attention, with gradients. */
final class GoldenAttention {
    private GoldenAttention() {
    }

    static Map<String, Var> fused(GoldenVars c) {
        Var y = Var.attention(c.input("q"), c.input("k"), c.input("v"), mask(c), false, scale(c));
        return Map.of("y", y, "weights", weights(c));
    }

    static Map<String, Var> readable(GoldenVars c) {
        Var scores = c.input("q").matmulNT(c.input("k")).times(scale(c));
        return Map.of("y", attend(scores, mask(c), c.input("v")), "weights", weights(c));
    }

    /** The recorded weights are a plain softmax, NaN where a query sees nothing. */
    private static Var weights(GoldenVars c) {
        return c.input("q").matmulNT(c.input("k")).times(scale(c)).plus(Var.constant(mask(c))).softmax();
    }

    /** {@code softmax(scores + mask) v}, but 0 for a query that sees nothing, as from PyTorch's fused function. */
    private static Var attend(Var scores, Tensor mask, Var v) {
        if (mask.rank() == 0) {
            return scores.softmax().matmul(v);
        }
        Tensor seen = mask.max(-1).map(most -> most == Float.NEGATIVE_INFINITY ? 0 : 1).unsqueeze(-1); // [..,T,1]
        Tensor finite = mask.map(m -> m == Float.NEGATIVE_INFINITY ? -1e9f : m);
        return scores.plus(Var.constant(finite)).softmax().times(Var.constant(seen)).matmul(v);
    }

    private static float scale(GoldenVars c) {
        return c.given().hasAttribute("scale")
                ? (float) c.given().number("scale")
                : (float) (1 / Math.sqrt(c.input("q").size(-1)));
    }

    private static Tensor mask(GoldenVars c) {
        if (c.given().flag("is_causal")) {
            return GoldenOps.topLeft(c.input("q").size(-2), c.input("k").size(-2));
        }
        return c.given().hasInput("mask") ? GoldenHeads.additive(c.given(), "mask", 1) : Mask.none();
    }

    static Map<String, Var> heads(GoldenVars c) {
        boolean batchFirst = c.given().flag("batch_first");
        Var query = batched(c.input("query"), batchFirst);
        Var key = c.given().hasInput("key") ? batched(c.input("key"), batchFirst) : query;
        Var value = c.given().hasInput("value") ? batched(c.input("value"), batchFirst) : key;
        Tensor mask = GoldenHeads.mask(c.given());
        Tensor perHead = mask.rank() == 3 ? mask.unsqueeze(1) : mask; // [B,1,T,S]
        int dModel = c.number("embed_dim");
        int heads = c.number("num_heads");
        Var[] bias = c.paramOr("in_proj_bias", Tensor.zeros(3 * dModel)).split(0, 3);
        Var[] weight = c.given().hasParam("in_proj_weight")
                ? c.param("in_proj_weight").split(0, 3)
                : new Var[] {c.param("q_proj_weight"), c.param("k_proj_weight"), c.param("v_proj_weight")};
        Var q = AttentionHeads.split(query.linear(weight[0], bias[0]), heads);
        Var k = AttentionHeads.split(key.linear(weight[1], bias[1]), heads);
        Var v = AttentionHeads.split(value.linear(weight[2], bias[2]), heads);
        Var weights = q.times((float) Math.sqrt(1.0 * heads / dModel)).matmulNT(k).plus(Var.constant(perHead))
                .softmax(); // [B,H,T,S]
        Map<String, Var> outputs = new HashMap<>();
        outputs.put("y", batched(project(c, weights.matmul(v)), batchFirst));
        outputs.put("weights_per_head", weights);
        outputs.put("weights_avg", weights.mean(1));
        outputs.put("y_need_weights_false", batched(c.given().hasParam("in_proj_weight") && key == value
                ? new AttentionLayer(heads, GoldenModels.weights(c, "")).cross(query, key, perHead)
                : project(c, AttentionHeads.ofHeads("", q, k, v, false, perHead)), batchFirst));
        return outputs;
    }

    /** The heads side by side [B,H,T,K] to [B,T,D], and projected. */
    private static Var project(GoldenVars c, Var heads) {
        Var joined = AttentionHeads.join(heads);
        return joined.linear(c.param("out_proj.weight"),
                c.paramOr("out_proj.bias", Tensor.zeros(c.param("out_proj.weight").size(0))));
    }

    private static Var batched(Var x, boolean batchFirst) {
        return batchFirst ? x : x.transpose(0, 1);
    }

    static Map<String, Var> simple(GoldenVars c) {
        Var x = c.input("x");
        Var q = x.linear(c.param("W_q.weight"), c.param("W_q.bias"));
        Var k = x.linear(c.param("W_k.weight"), c.param("W_k.bias"));
        Var v = x.linear(c.param("W_v.weight"), c.param("W_v.bias"));
        Var weights = q.matmulNT(k).dividedBy((float) Math.sqrt(q.size(-1))).softmax();
        return Map.of("weights", weights, //
                "output", weights.matmul(v).linear(c.param("W_o.weight"), c.param("W_o.bias")));
    }

    static Map<String, Var> self(GoldenVars c) {
        Var x = c.input("x");
        Var scores = x.matmul(c.param("W_query")).matmulNT(x.matmul(c.param("W_key")))
                .dividedBy((float) Math.sqrt(c.given().number("d_k")));
        Var weights = scores.softmax();
        return Map.of("scores", scores, "weights", weights, "context",
                weights.matmul(x.matmul(c.param("W_value"))));
    }
}
