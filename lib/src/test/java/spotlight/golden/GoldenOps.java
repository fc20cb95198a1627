package spotlight.golden;

import java.util.LinkedHashMap;
import java.util.Map;
import spotlight.nn.Attention;
import spotlight.nn.Linear;
import spotlight.nn.Mask;
import spotlight.nn.PositionalEncoding;
import spotlight.nn.SelfAttention;
import spotlight.tensor.Tensor;

/** How each operation of the golden cases is computed with this library. */
final class GoldenOps {
    /** Computes the outputs of a case by name: tensors, or arrays of double where the library computes in double. */
    interface Op {
        Map<String, Object> run(GoldenCase given);
    }

    static final Map<String, Op> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("softmax", c -> Map.of("y", c.input("x").softmax((int) c.number("dim"))));
        KNOWN.put("log_softmax", c -> Map.of("y", c.input("x").logSoftmax((int) c.number("dim"))));
        KNOWN.put("layer_norm", GoldenOps::layerNorm);
        KNOWN.put("linear", c -> Map.of("y", linear(c, "weight", "bias").apply(c.input("x"))));
        KNOWN.put("conv1d_gpt2", c -> Map.of("y",
                new Linear(c.param("weight").transpose(), c.param("bias")).apply(c.input("x"))));
        KNOWN.put("gelu", c -> Map.of("y", c.input("x").gelu()));
        KNOWN.put("gelu_tanh", c -> Map.of("y", c.input("x").geluTanh()));
        KNOWN.put("relu", c -> Map.of("y", c.input("x").relu()));
        KNOWN.put("tanh", c -> Map.of("y", c.input("x").tanh()));
        KNOWN.put("sigmoid", c -> Map.of("y", c.input("x").sigmoid()));
        KNOWN.put("silu", c -> Map.of("y", c.input("x").silu()));
        KNOWN.put("embedding", GoldenOps::embedding);
        KNOWN.put("scaled_dot_product_attention", GoldenOps::scaledDotProduct);
        KNOWN.put("multihead_attention", GoldenHeads::torch);
        KNOWN.put("multi_head_attention_numpy", GoldenHeads::numpy);
        KNOWN.put("transformer_encoder_layer_numpy", GoldenHeads::encoderLayerNumpy);
        KNOWN.put("simple_self_attention_numpy", GoldenOps::selfAttentionNumpy);
        KNOWN.put("simple_attention_torch", GoldenOps::simpleAttention);
        KNOWN.put("self_attention_torch", GoldenOps::selfAttentionTorch);
        KNOWN.put("single_query_attention", GoldenOps::singleQuery);
        KNOWN.put("positional_encoding", GoldenOps::positions);
        KNOWN.put("positional_encoding_numpy", GoldenOps::positionsNumpy);
        KNOWN.put("positional_encoding_vivid", c -> Map.of("first8", PositionalEncoding
                .sinusoidal(c.outputs().get("first8").shape()[0], (int) c.number("d_model")).slice(1, 0, 8)));
        KNOWN.put("mt19937", GoldenRandom::words);
        KNOWN.put("torch_rng", GoldenRandom::torch);
        KNOWN.put("numpy_legacy_rng", GoldenRandom::numpy);
        GoldenTraining.register(KNOWN);
        GoldenPretrained.register(KNOWN);
    }

    private GoldenOps() {
    }

    static Linear linear(GoldenCase c, String weight, String bias) {
        return c.hasParam(bias) ? new Linear(c.param(weight), c.param(bias)) : new Linear(c.param(weight));
    }

    private static Map<String, Object> layerNorm(GoldenCase c) {
        int n = Tensor.zeros(c.integers("normalized_shape")).size(); // several axes are normalised as one
        Tensor weight = c.hasParam("weight") ? c.param("weight").reshape(n) : Tensor.ones(n);
        Tensor bias = c.hasParam("bias") ? c.param("bias").reshape(n) : Tensor.zeros(n);
        Tensor x = c.input("x");
        Tensor y = x.reshape(-1, n).layerNorm(weight, bias, (float) c.number("eps"));
        return Map.of("y", y.reshape(x.shape()));
    }

    private static Map<String, Object> embedding(GoldenCase c) {
        double[] ids = c.inputValues("index").data();
        Tensor[] rows = new Tensor[ids.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = c.param("weight").select(0, (int) ids[i]);
        }
        return Map.of("y", Tensor.stack(rows).reshape(c.outputs().get("y").shape()));
    }

    private static Map<String, Object> scaledDotProduct(GoldenCase c) {
        Tensor q = c.input("q");
        Tensor k = c.input("k");
        Tensor mask = c.flag("is_causal") ? topLeft(q.size(-2), k.size(-2)) : Mask.none();
        if (c.hasInput("mask")) {
            boolean additive = c.inputValues("mask").dtype().startsWith("float");
            mask = additive ? c.input("mask") : c.input("mask").map(x -> x == 1 ? 0 : Float.NEGATIVE_INFINITY);
        }
        float scale = c.hasAttribute("scale") ? (float) c.number("scale") : (float) (1 / Math.sqrt(q.size(-1)));
        Attention.Result result = Attention.scaledDotProduct(q, k, c.input("v"), mask, scale);
        // The recorded weights are a plain softmax, NaN where a query sees nothing; ours are 0 there, as y is.
        Tensor weights = q.matmulNT(k).times(scale).plus(mask).softmax();
        Tensor zeroed = weights.map(w -> Float.isNaN(w) ? 0 : w);
        if (!result.weights().close(zeroed, 0)) {
            throw new AssertionError(c.id() + ": the weights of the result differ from the softmax");
        }
        return Map.of("y", result.output(), "weights", weights);
    }

    /** PyTorch's {@code is_causal} for T other than S: query i sees keys 0..i. */
    static Tensor topLeft(int queries, int keys) {
        boolean[][] visible = new boolean[queries][keys];
        for (int i = 0; i < queries; i++) {
            for (int j = 0; j <= i && j < keys; j++) {
                visible[i][j] = true;
            }
        }
        return Mask.visible(visible);
    }

    private static Map<String, Object> selfAttentionNumpy(GoldenCase c) {
        SelfAttention attention = SelfAttention.of(c.param("W_q"), c.param("W_k"), c.param("W_v"));
        Attention.Result result = attention.apply(c.input("X"));
        return Map.of("weights", result.weights(), "output", result.output());
    }

    private static Map<String, Object> simpleAttention(GoldenCase c) {
        SelfAttention attention = new SelfAttention(linear(c, "W_q.weight", "W_q.bias"),
                linear(c, "W_k.weight", "W_k.bias"), linear(c, "W_v.weight", "W_v.bias"));
        Attention.Result result = attention.apply(c.input("x"));
        return Map.of("weights", result.weights(), "output",
                linear(c, "W_o.weight", "W_o.bias").apply(result.output()));
    }

    private static Map<String, Object> selfAttentionTorch(GoldenCase c) {
        Tensor x = c.input("x");
        SelfAttention attention = SelfAttention.of(c.param("W_query"), c.param("W_key"), c.param("W_value"));
        Attention.Result result = attention.apply(x);
        Tensor scores = x.matmul(c.param("W_query")).matmulNT(x.matmul(c.param("W_key")))
                .dividedBy((float) Math.sqrt(c.number("d_k")));
        return Map.of("scores", scores, "weights", result.weights(), "context", result.output());
    }

    private static Map<String, Object> singleQuery(GoldenCase c) {
        Tensor tokens = c.input("E"); // [S,D]
        Tensor q = tokens.slice(0, (int) c.number("query_index"), (int) c.number("query_index") + 1); // [1,D]
        Attention.Result plain = Attention.scaledDotProduct(q, tokens, tokens, Mask.none(), 1);
        Attention.Result scaled = Attention.scaledDotProduct(q, tokens, tokens);
        return Map.of("scores", q.matmulNT(tokens).select(0, 0), //
                "weights", plain.weights().select(0, 0), "context", plain.output().select(0, 0), //
                "weights_scaled", scaled.weights().select(0, 0), "context_scaled", scaled.output().select(0, 0));
    }

    private static Map<String, Object> positions(GoldenCase c) {
        Tensor table = PositionalEncoding.sinusoidal((int) c.number("max_len"), (int) c.number("d_model"),
                c.number("base"));
        Tensor rows = rows(table, c.integers("rows"));
        return Map.of("pe32", rows, "pe64", rows, "div_term32", frequencies(c));
    }

    /** PyTorch's {@code div_term}: {@code base^(-2i/D)}. */
    private static Tensor frequencies(GoldenCase c) {
        int n = c.outputs().get("div_term32").shape()[0];
        return Tensor.arange(n).map(i -> (float) Math.pow(c.number("base"), -2.0 * i / c.number("d_model")));
    }

    private static Map<String, Object> positionsNumpy(GoldenCase c) {
        Tensor table = PositionalEncoding.sinusoidal((int) c.number("max_len"), (int) c.number("d_model"));
        Tensor rows = rows(table, c.integers("rows"));
        Tensor plotted = table.slice(0, 0, (int) c.number("plot_rows")).transpose();
        Tensor plot = rows(plotted, c.integers("plot_dims")).transpose();
        return Map.of("pe_numpy2", rows, "pe_numpy1", rows, "plot", plot);
    }

    private static Tensor rows(Tensor table, int[] indices) {
        Tensor[] rows = new Tensor[indices.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = table.select(0, indices[i]);
        }
        return Tensor.stack(rows);
    }
}
