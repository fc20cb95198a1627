package spotlight.golden;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import spotlight.grad.CrossEntropy;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;

/** How each operation of the golden cases is computed with gradients, where there are several ways, in all of them. */
final class GoldenGrads {
    /** Computes the outputs of a case by name. */
    interface Op {
        Map<String, Var> run(GoldenVars given);
    }

    static final Map<String, List<Op>> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("softmax", List.of(c -> y(c.input("x").softmax(c.number("dim")))));
        KNOWN.put("log_softmax", List.of(c -> y(c.input("x").logSoftmax(c.number("dim")))));
        KNOWN.put("layer_norm", List.of(GoldenGrads::layerNorm));
        KNOWN.put("linear", List.of(GoldenGrads::linear, GoldenGrads::linearByParts));
        KNOWN.put("conv1d_gpt2", List.of(c -> y(c.input("x").matmul(c.param("weight")).plus(c.param("bias"))),
                c -> y(c.input("x").linear(c.param("weight").transpose(), c.param("bias")))));
        KNOWN.put("gelu", List.of(c -> y(c.input("x").gelu())));
        KNOWN.put("gelu_tanh", List.of(c -> y(c.input("x").geluTanh())));
        KNOWN.put("relu", List.of(c -> y(c.input("x").relu())));
        KNOWN.put("tanh", List.of(c -> y(c.input("x").tanh())));
        KNOWN.put("sigmoid", List.of(c -> y(c.input("x").sigmoid())));
        KNOWN.put("silu", List.of(c -> y(c.input("x").silu()), c -> y(c.input("x").times(c.input("x").sigmoid()))));
        KNOWN.put("embedding", List.of(GoldenGrads::embedding));
        KNOWN.put("cross_entropy", List.of(GoldenGrads::crossEntropy));
        KNOWN.put("scaled_dot_product_attention", List.of(GoldenAttention::fused, GoldenAttention::readable));
        KNOWN.put("multihead_attention", List.of(GoldenAttention::heads));
        KNOWN.put("simple_attention_torch", List.of(GoldenAttention::simple));
        KNOWN.put("self_attention_torch", List.of(GoldenAttention::self));
        GoldenModels.register(KNOWN);
        GoldenRecurrent.register(KNOWN);
        GoldenTraining.registerGradients(KNOWN);
        GoldenPretrained.registerGradients(KNOWN);
    }

    private GoldenGrads() {
    }

    private static Map<String, Var> y(Var y) {
        return Map.of("y", y);
    }

    private static Map<String, Var> layerNorm(GoldenVars c) {
        int n = Tensor.zeros(c.given().integers("normalized_shape")).size(); // several axes are normalised as one
        Var x = c.input("x");
        Var weight = c.paramOr("weight", Tensor.ones(n)).reshape(n);
        Var bias = c.paramOr("bias", Tensor.zeros(n)).reshape(n);
        return y(x.reshape(-1, n).layerNorm(weight, bias, (float) c.given().number("eps")).reshape(x.shape()));
    }

    private static Map<String, Var> linear(GoldenVars c) {
        Var x = c.input("x");
        boolean biased = c.given().hasParam("bias");
        return y(biased ? x.linear(c.param("weight"), c.param("bias")) : x.linear(c.param("weight")));
    }

    private static Map<String, Var> linearByParts(GoldenVars c) {
        Var x = c.input("x").reshape(-1, c.input("x").size(-1));
        Var y = x.matmulNT(c.param("weight")).plus(c.paramOr("bias", Tensor.scalar(0)));
        return y(y.reshape(c.given().outputs().get("y").shape()));
    }

    private static Map<String, Var> embedding(GoldenVars c) {
        int[] shape = c.given().inputValues("index").shape();
        Var table = c.param("weight");
        return y(c.given().hasAttribute("padding_idx")
                ? table.rowsPadded(c.number("padding_idx"), c.ids("index"), shape)
                : table.rows(c.ids("index"), shape));
    }

    private static Map<String, Var> crossEntropy(GoldenVars c) {
        CrossEntropy how = CrossEntropy.MEAN;
        if (c.given().hasAttribute("ignore_index")) {
            how = how.withIgnore(c.number("ignore_index"));
        }
        if (c.given().hasAttribute("label_smoothing")) {
            how = how.withSmoothing(c.given().number("label_smoothing"));
        }
        if (c.given().hasAttribute("reduction")) {
            how = how.with(CrossEntropy.Reduction.valueOf(c.given().string("reduction").toUpperCase(Locale.ROOT)));
        }
        Var logits = c.input("logits");
        if (logits.value().rank() == 3) { // [N,C,T]
            logits = logits.transpose(1, 2);
        }
        return Map.of("loss", logits.crossEntropy(c.ids("target"), how));
    }
}
