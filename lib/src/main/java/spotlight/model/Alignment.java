package spotlight.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import spotlight.grad.Var;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * Which source tokens a {@link Transformer} looks at when it writes each target token: the cross-attention of one
 * sentence pair.
 *
 * @param layers for each decoder layer its weights [H,T,S]; row t is the moment that writes target token t
 */
public record Alignment(List<Tensor> layers) {

    /** @throws IllegalArgumentException if there is no layer, or if layers differ in shape */
    public Alignment {
        Shapes.require(!layers.isEmpty() && layers.stream().allMatch(layer -> layer.rank() == 3
                && Arrays.equals(layer.shape(), layers.get(0).shape())),
                () -> "alignment: layers " + layers.stream().map(layer -> Shapes.format(layer.shape())).toList()
                        + " are not all [H,T,S]");
    }

    /**
     * The alignment of a source and what was written for it, or what should be.
     *
     * @param source ids, without padding
     * @param target ids, without bos and eos
     */
    public static Alignment of(Transformer model, int[] source, int[] target) {
        int[] written = new int[target.length];
        if (target.length > 0) { // token t is written where the token before it is read
            written[0] = model.marks().bos();
            System.arraycopy(target, 0, written, 1, target.length - 1);
        }
        try (AttentionMaps maps = AttentionMaps.record(); Var.Scope off = Var.noGrad()) {
            model.logits(source, written, 1);
            return new Alignment(IntStream.range(0, model.config().decoderLayers())
                    .mapToObj(i -> maps.get("decoder.layers." + i + ".multihead_attn").select(0, 0)).toList());
        }
    }

    /** The weights of one head [T,S]. */
    public Tensor head(int layer, int head) {
        return layers.get(layer).select(0, head);
    }

    /** The mean over the heads of one layer [T,S]. */
    public Tensor mean(int layer) {
        return layers.get(layer).mean(0);
    }

    /** The mean over all heads of all layers [T,S]. */
    public Tensor mean() {
        return Tensor.stack(IntStream.range(0, layers.size()).mapToObj(this::mean).toArray(Tensor[]::new)).mean(0);
    }
}
