package spotlight.golden;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;

/** The golden cases of BERT, written with the tape's operations; x [B,T,D] throughout. */
final class GoldenLayers {
    private final GoldenVars given;
    private final int heads;
    private final float eps;

    private GoldenLayers(GoldenVars given, String heads, double eps) {
        this.given = given;
        this.heads = given.number(heads);
        this.eps = (float) eps;
    }

    static void register(Map<String, List<GoldenGrads.Op>> known) {
        known.put("bert_mlm", List.of(c -> new GoldenLayers(c, "heads", c.given().number("layer_norm_eps")).bert()));
    }

    // ---- BERT

    private Map<String, Var> bert() {
        int[] shape = given.given().inputValues("ids").shape();
        Var x = given.param("word.weight").rows(given.ids("ids"), shape)
                .plus(given.param("pos.weight").slice(0, 0, shape[1]))
                .plus(given.param("seg.weight").rows(given.ids("token_type"), shape));
        x = norm("emb_norm", x);
        Tensor mask = given.given().input("attention_mask").map(m -> m == 1 ? 0 : -10000).unsqueeze(1).unsqueeze(1);
        for (int i = 0; has("layers." + i + ".query.weight"); i++) {
            String at = "layers." + i + ".";
            Var attended = joined(split(linear(at + "query", x, Activation.NONE)),
                    split(linear(at + "key", x, Activation.NONE)), split(linear(at + "value", x, Activation.NONE)),
                    mask);
            Var y = norm(at + "attn_norm", x.plus(linear(at + "attn_out", attended, Activation.NONE)));
            Var wide = linear(at + "inter", y, Activation.GELU);
            x = norm(at + "out_norm", y.plus(linear(at + "output", wide, Activation.NONE)));
        }
        Var transformed = norm("transform_norm", linear("transform", x, Activation.GELU));
        Var logits = transformed.linear(given.param("word.weight"), given.param("decoder_bias"));
        Map<String, Var> outputs = new LinkedHashMap<>();
        outputs.put("logits", logits);
        outputs.put("pooled", linear("pooler", x.select(1, 0), Activation.TANH));
        outputs.put("loss", logits.crossEntropy(given.ids("labels")));
        return outputs;
    }

    // ---- the parts

    /** Attention of heads [B,H,T,K], side by side again [B,T,D]. */
    private static Var joined(Var q, Var k, Var v, Tensor mask) {
        return Var.attention(q, k, v, mask).transpose(1, 2).reshape(q.size(0), q.size(2), -1);
    }

    private Var split(Var x) {
        return x.reshape(x.size(0), x.size(1), heads, -1).transpose(1, 2); // [B,T,D] to [B,H,T,K]
    }

    private Var linear(String at, Var x, Activation f) {
        Var weight = given.param(at + ".weight");
        return x.linear(weight, given.paramOr(at + ".bias", Tensor.zeros(weight.size(0))), f);
    }

    private Var norm(String at, Var x) {
        return x.layerNorm(given.param(at + ".weight"), given.paramOr(at + ".bias", Tensor.zeros(x.size(-1))), eps);
    }

    private boolean has(String param) {
        return given.given().hasParam(param);
    }
}
