package spotlight.golden;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.model.Decoder;
import spotlight.model.DecoderLayer;
import spotlight.model.Dropout;
import spotlight.model.Encoder;
import spotlight.model.EncoderLayer;
import spotlight.model.LayerConfig;
import spotlight.model.Norm;
import spotlight.model.SentimentTransformer;
import spotlight.model.Transformer;
import spotlight.model.TransformerBlock;
import spotlight.model.TransformerConfig;
import spotlight.model.Translator;
import spotlight.model.Weights;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

/** The golden cases of the encoder, the decoder and the models made of them. */
final class GoldenModels {
    private GoldenModels() {
    }

    static void register(Map<String, List<GoldenGrads.Op>> known) {
        known.put("transformer_encoder_layer",
                List.of(c -> Map.of("y", new EncoderLayer(layer(c, "dim_feedforward"), weights(c, ""))
                        .apply(c.input("src"), masks(c, "src_mask", "src_key_padding_mask"), Dropout.NONE))));
        known.put("transformer_encoder", List.of(c -> Map.of("y", encoder(c, "num_layers", ""))));
        known.put("transformer_decoder_layer", List.of(c -> Map.of("y",
                new DecoderLayer(layer(c, "dim_feedforward"), weights(c, "")).apply(c.input("tgt"), c.input("memory"),
                        decoderMasks(c), Dropout.NONE))));
        known.put("transformer", List.of(c -> Map.of("y", transformer(c))));
        known.put("seq2seq_transformer", List.of(GoldenModels::translation));
        known.put("transformer_block_torch", List.of(c -> Map.of("y", block(c))));
        known.put("sentiment_transformer", List.of(GoldenModels::sentiment));
    }

    /** The parameters of a case below a prefix, as the weights of a model. */
    static Weights weights(GoldenVars c, String prefix) {
        Weights weights = new Weights();
        for (String name : c.given().all("params").keySet()) {
            if (name.startsWith(prefix)) {
                weights.share(name.substring(prefix.length()), c.param(name));
            }
        }
        return weights;
    }

    private static LayerConfig layer(GoldenVars c, String dFf) {
        Activation f = c.given().string("activation").equals("relu") ? Activation.RELU : Activation.GELU;
        LayerConfig layer = LayerConfig.of(c.number("d_model"), c.number("nhead"), c.number(dFf)).with(f)
                .with(Norm.LAYER_NORM, (float) c.given().number("layer_norm_eps"));
        return c.given().flag("norm_first") ? layer.withPreNorm() : layer;
    }

    private static Var encoder(GoldenVars c, String layers, String prefix) {
        return new Encoder(c.number(layers), layer(c, "dim_feedforward"), weights(c, prefix)).apply(c.input("src"),
                masks(c, "none", "src_key_padding_mask"), Dropout.NONE);
    }

    private static Var transformer(GoldenVars c) {
        Var memory = encoder(c, "num_encoder_layers", "encoder.");
        return new Decoder(c.number("num_decoder_layers"), layer(c, "dim_feedforward"), weights(c, "decoder."))
                .apply(c.input("tgt"), memory, decoderMasks(c), Dropout.NONE);
    }

    private static Map<String, Var> translation(GoldenVars c) {
        Weights weights = weights(c, "tr.");
        for (String name : List.of("src_emb.weight", "tgt_emb.weight")) {
            weights.share(name, c.param(name));
        }
        weights.share("generator.weight", c.param("out.weight"));
        weights.share("generator.bias", c.param("out.bias"));
        Tensor src = c.given().input("src");
        int context = Math.max(src.size(1), c.given().input("tgt_in").size(1));
        TransformerConfig config = TransformerConfig
                .of(c.number("vocab"), c.number("vocab"), c.number("num_layers"), layer(c, "dim_feedforward"))
                .with(new Translator.Marks(c.number("pad_id"), 1, 2, context));
        Var logits = new Transformer(config, weights).logits(c.ids("src"), c.ids("tgt_in"), src.size(0));
        return Map.of("logits", logits, "loss", logits.crossEntropy(c.ids("labels"), c.number("pad_id")));
    }

    private static Var block(GoldenVars c) {
        return new TransformerBlock(c.number("num_heads"), !c.given().flag("batch_first"), weights(c, ""))
                .apply(c.input("x"), Tensor.scalar(0), dropout(c));
    }

    private static Map<String, Var> sentiment(GoldenVars c) {
        SentimentTransformer.Config config = new SentimentTransformer.Config(c.number("vocab"), c.number("max_len"),
                c.number("num_layers"), c.number("d_model"), c.number("num_heads"), c.number("d_ff"),
                c.number("hidden"), c.given().outputs().get("logits").shape()[1],
                SentimentTransformer.Config.NO_PADDING, !c.given().flag("batch_first"));
        SentimentTransformer model = new SentimentTransformer(config, weights(c, ""));
        Var logits = model.logits(c.ids("x"), c.given().input("x").size(0), dropout(c));
        return Map.of("logits", logits, "loss", logits.crossEntropy(c.ids("labels")));
    }

    /** Dropout that gives what was drawn when the case was recorded: keep_mask_1, keep_mask_2, …. */
    private static Dropout dropout(GoldenVars c) {
        Deque<Tensor> masks = new ArrayDeque<>();
        for (int i = 1; c.given().hasInput("keep_mask_" + i); i++) {
            masks.add(c.given().input("keep_mask_" + i));
        }
        if (masks.isEmpty()) {
            return Dropout.NONE;
        }
        float kept = (float) (1 - c.given().number("dropout"));
        return new Dropout(0, new TorchRandom(0)) {
            @Override
            public Var apply(Var x) {
                return x.times(Var.constant(masks.remove())).dividedBy(kept);
            }

            @Override
            protected Var applyTokensFirst(Var x) {
                return apply(x);
            }
        };
    }

    private static DecoderLayer.Masks decoderMasks(GoldenVars c) {
        return new DecoderLayer.Masks(false, masks(c, "tgt_mask", "tgt_key_padding_mask"),
                masks(c, "none", "memory_key_padding_mask"));
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
