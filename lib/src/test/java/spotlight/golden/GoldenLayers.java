package spotlight.golden;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.nn.Mask;
import spotlight.nn.PositionalEncoding;
import spotlight.tensor.Tensor;

/** The golden cases of whole layers and models, written with the tape's operations; x [B,T,D] throughout. */
final class GoldenLayers {
    private final GoldenVars given;
    private final int heads;
    private final float eps;

    private GoldenLayers(GoldenVars given, String heads, double eps) {
        this.given = given;
        this.heads = given.number(heads);
        this.eps = (float) eps;
    }

    private static GoldenLayers torch(GoldenVars c) {
        return new GoldenLayers(c, "nhead", c.given().number("layer_norm_eps"));
    }

    static void register(Map<String, List<GoldenGrads.Op>> known) {
        known.put("transformer_encoder_layer", List.of(c -> Map.of("y",
                torch(c).encoderLayer("", c.input("src"), masks(c, "src_mask", "src_key_padding_mask")))));
        known.put("transformer_encoder", List.of(c -> Map.of("y",
                torch(c).encoder("", c.input("src"), masks(c, "none", "src_key_padding_mask")))));
        known.put("transformer_decoder_layer", List.of(c -> Map.of("y", torch(c).decoderLayer("", c.input("tgt"),
                c.input("memory"), masks(c, "tgt_mask", "tgt_key_padding_mask"),
                masks(c, "none", "memory_key_padding_mask")))));
        known.put("transformer", List.of(c -> Map.of("y", torch(c).transformer("", c.input("src"), c.input("tgt"),
                masks(c, "none", "src_key_padding_mask"), masks(c, "tgt_mask", "tgt_key_padding_mask"),
                masks(c, "none", "memory_key_padding_mask")))));
        known.put("seq2seq_transformer", List.of(c -> torch(c).translation()));
        known.put("transformer_block_torch",
                List.of(c -> Map.of("y", new GoldenLayers(c, "num_heads", 1e-5).block("", c.input("x")))));
        known.put("sentiment_transformer", List.of(c -> new GoldenLayers(c, "num_heads", 1e-5).sentiment()));
        known.put("bert_mlm", List.of(c -> new GoldenLayers(c, "heads", c.given().number("layer_norm_eps")).bert()));
    }

    // ---- "Attention Is All You Need", in PyTorch's layout

    private Var transformer(String at, Var src, Var tgt, Tensor srcMask, Tensor tgtMask, Tensor memoryMask) {
        Var memory = encoder(at + "encoder.", src, srcMask);
        Var y = tgt;
        for (int i = 0; has(at + "decoder.layers." + i + ".norm1.weight"); i++) {
            y = decoderLayer(at + "decoder.layers." + i + ".", y, memory, tgtMask, memoryMask);
        }
        return norm(at + "decoder.norm", y);
    }

    private Var encoder(String at, Var src, Tensor mask) {
        Var y = src;
        for (int i = 0; has(at + "layers." + i + ".norm1.weight"); i++) {
            y = encoderLayer(at + "layers." + i + ".", y, mask);
        }
        return has(at + "norm.weight") ? norm(at + "norm", y) : y;
    }

    private Var encoderLayer(String at, Var x, Tensor mask) {
        if (normFirst()) {
            Var normed = norm(at + "norm1", x);
            Var y = x.plus(attend(at + "self_attn.", normed, normed, mask));
            return y.plus(feedForward(at, norm(at + "norm2", y)));
        }
        Var y = norm(at + "norm1", x.plus(attend(at + "self_attn.", x, x, mask)));
        return norm(at + "norm2", y.plus(feedForward(at, y)));
    }

    private Var decoderLayer(String at, Var x, Var memory, Tensor mask, Tensor memoryMask) {
        if (normFirst()) {
            Var normed = norm(at + "norm1", x);
            Var y = x.plus(attend(at + "self_attn.", normed, normed, mask));
            Var z = y.plus(attend(at + "multihead_attn.", norm(at + "norm2", y), memory, memoryMask));
            return z.plus(feedForward(at, norm(at + "norm3", z)));
        }
        Var y = norm(at + "norm1", x.plus(attend(at + "self_attn.", x, x, mask)));
        Var z = norm(at + "norm2", y.plus(attend(at + "multihead_attn.", y, memory, memoryMask)));
        return norm(at + "norm3", z.plus(feedForward(at, z)));
    }

    private boolean normFirst() {
        return given.given().flag("norm_first");
    }

    private Var feedForward(String at, Var x) {
        Activation f = given.given().string("activation").equals("relu") ? Activation.RELU : Activation.GELU;
        return linear(at + "linear2", linear(at + "linear1", x, f), Activation.NONE);
    }

    private Map<String, Var> translation() {
        Tensor padding = masks(given, "none", "src_key_padding_mask");
        float scale = (float) Math.sqrt(given.number("d_model"));
        Var src = embedded("src_emb.weight", "src", scale);
        Var tgt = embedded("tgt_emb.weight", "tgt_in", scale);
        Var y = transformer("tr.", src, tgt, padding, Mask.causal(tgt.size(1)), padding);
        Var logits = linear("out", y, Activation.NONE);
        return Map.of("logits", logits, "loss", logits.crossEntropy(given.ids("labels"), given.number("pad_id")));
    }

    private Var embedded(String table, String ids, float scale) {
        Var weight = given.param(table);
        int[] shape = given.given().inputValues(ids).shape();
        Tensor positions = PositionalEncoding.sinusoidal(shape[1], weight.size(1));
        return weight.rows(given.ids(ids), shape).times(scale).plus(Var.constant(positions));
    }

    // ---- the tutorials' block and classifier

    /** As published, x is [T,B,D] for the attention: where the batch comes first, it looks across the batch. */
    private Var block(String at, Var x) {
        boolean batchFirst = given.given().flag("batch_first");
        Var sequences = batchFirst ? x : x.transpose(0, 1);
        Var attended = attend(at + "self_attention.", sequences, sequences, Tensor.scalar(0));
        Var y = norm(at + "norm1", x.plus(kept("keep_mask_1", batchFirst ? attended : attended.transpose(0, 1))));
        Var wide = linear(at + "feed_forward.0", y, Activation.RELU);
        return norm(at + "norm2", y.plus(kept("keep_mask_2", linear(at + "feed_forward.2", wide, Activation.NONE))));
    }

    /** Dropout with the mask that was drawn. */
    private Var kept(String mask, Var x) {
        return given.given().hasInput(mask)
                ? x.times(Var.constant(given.given().input(mask)))
                        .dividedBy((float) (1 - given.given().number("dropout")))
                : x;
    }

    private Map<String, Var> sentiment() {
        Var x = embedded("embedding.weight", "x", 1);
        for (int i = 0; has("transformer_blocks." + i + ".norm1.weight"); i++) {
            x = block("transformer_blocks." + i + ".", x);
        }
        Var wide = kept("keep_mask_3", linear("classifier.0", x.mean(1), Activation.RELU));
        Var logits = linear("classifier.3", wide, Activation.NONE);
        return Map.of("logits", logits, "loss", logits.crossEntropy(given.ids("labels")));
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

    private Var attend(String at, Var x, Var memory, Tensor mask) {
        int dModel = x.size(-1);
        Var[] weight = given.param(at + "in_proj_weight").split(0, 3);
        Var[] bias = given.paramOr(at + "in_proj_bias", Tensor.zeros(3 * dModel)).split(0, 3);
        Var attended = joined(split(x.linear(weight[0], bias[0])), split(memory.linear(weight[1], bias[1])),
                split(memory.linear(weight[2], bias[2])), mask);
        return linear(at + "out_proj", attended, Activation.NONE);
    }

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

    /** PyTorch's masks of pairs [T,S] and of keys [B,S], in which true is hidden, as one to add [B,1,T,S]. */
    private static Tensor masks(GoldenVars c, String pairs, String keys) {
        Tensor mask = Tensor.scalar(0);
        if (c.given().hasInput(pairs)) {
            mask = mask.plus(GoldenHeads.additive(c.given(), pairs, 0));
        }
        if (c.given().hasInput(keys)) {
            mask = mask.plus(GoldenHeads.additive(c.given(), keys, 0).unsqueeze(1).unsqueeze(1));
        }
        return mask;
    }
}
