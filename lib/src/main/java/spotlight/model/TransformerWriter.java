package spotlight.model;

import java.util.Arrays;
import spotlight.grad.Var;
import spotlight.nn.Mask;
import spotlight.tensor.Tensor;

/**
 * Writes with a {@link Transformer}, one token at a time: keys and values of tokens written earlier, and those of the
 * source, are kept, so that each new token costs one token's work.
 */
final class TransformerWriter implements Translator.Writer {
    private final Transformer model;
    private final Kept[] layers;
    private Tensor mask; // of the source [B,1,1,S], or a single 0
    private int batch;
    private int written;

    /** Keys and values of one layer, split into heads. */
    private static final class Kept {
        private final AttentionLayer own;
        private final AttentionLayer across;
        private Var[] ofTarget; // keys and values [B,H,T,K], null before the first token
        private Var[] ofSource; // keys and values [B,H,S,K]

        Kept(DecoderLayer layer, Var memory) {
            own = layer.own();
            across = layer.across();
            ofSource = new Var[] {heads(across, memory, 1), heads(across, memory, 2)};
        }

        private static Var heads(AttentionLayer layer, Var x, int part) {
            return AttentionHeads.split(layer.project(x, part, part + 1), layer.heads());
        }

        /** The new tokens [B,1,D] look at all tokens written so far, themselves included. */
        Var own(Var x) {
            Var[] now = {heads(own, x, 1), heads(own, x, 2)};
            for (int i = 0; ofTarget != null && i < now.length; i++) {
                now[i] = Var.concat(2, ofTarget[i], now[i]);
            }
            ofTarget = now;
            return attend(own, x, now, Mask.none());
        }

        Var across(Var x, Tensor mask) {
            return attend(across, x, ofSource, mask);
        }

        private static Var attend(AttentionLayer layer, Var x, Var[] keysAndValues, Tensor mask) {
            Var heads = AttentionHeads.ofHeads(layer.weights().path(), heads(layer, x, 0), keysAndValues[0],
                    keysAndValues[1], false, mask);
            return layer.output(AttentionHeads.join(heads));
        }

        void keep(int[] sequences) {
            ofSource = chosen(ofSource, sequences);
            ofTarget = ofTarget == null ? null : chosen(ofTarget, sequences);
        }

        private static Var[] chosen(Var[] keysAndValues, int[] sequences) {
            return Arrays.stream(keysAndValues).map(x -> TransformerWriter.chosen(x, sequences)).toArray(Var[]::new);
        }
    }

    TransformerWriter(Transformer model, Transformer.Memory memory) {
        this.model = model;
        mask = memory.mask();
        batch = memory.states().size(0);
        layers = new Kept[model.config().decoderLayers()];
        Arrays.setAll(layers, i -> new Kept(model.decoder().layer(i), memory.states()));
    }

    @Override
    public Tensor next(int[] ids) {
        Ids.check("transformer", ids, batch, model.config().tgtVocab(), 1);
        Decoder decoder = model.decoder();
        Var x = model.embed("tgt_emb.weight", ids, batch, written++, 1); // [B,1,D]
        for (int i = 0; i < layers.length; i++) {
            Kept kept = layers[i];
            x = decoder.layer(i).apply(x, kept::own, y -> kept.across(y, mask), Dropout.NONE);
        }
        return model.generator(decoder.last(x)).value().select(1, 0);
    }

    @Override
    public void keep(int[] sequences) {
        batch = sequences.length;
        mask = mask.rank() == 0 ? mask : chosen(Var.constant(mask), sequences).value();
        for (Kept kept : layers) {
            kept.keep(sequences);
        }
    }

    /** These indices of the first dimension. */
    private static Var chosen(Var x, int[] indices) {
        int[] shape = x.shape();
        shape[0] = indices.length;
        return x.reshape(x.size(0), -1).rows(indices).reshape(shape);
    }
}
