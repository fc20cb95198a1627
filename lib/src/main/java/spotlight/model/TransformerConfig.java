package spotlight.model;

import spotlight.tensor.Shapes;

/**
 * The form of a {@link Transformer}.
 *
 * @param srcVocab        how many ids the source has
 * @param tgtVocab        how many ids the target has
 * @param marks           special ids, and the most tokens a source or a target may have
 * @param encoderLayers   how many layers read
 * @param decoderLayers   how many layers write
 * @param layer           the form of each
 * @param scaleEmbeddings whether embeddings are multiplied by {@code sqrt(dModel)}; the paper, section 3.4, does it
 * @param sharing         which embeddings are one table
 */
public record TransformerConfig(int srcVocab, int tgtVocab, Translator.Marks marks, int encoderLayers,
        int decoderLayers, LayerConfig layer, boolean scaleEmbeddings, Sharing sharing) {

    /** Which weights are one table. */
    public enum Sharing {
        /** None. */
        NONE,
        /** The target's embedding and the generator: a token is recognised by the vector that stands for it. */
        TARGET,
        /** The source's embedding as well; "Attention Is All You Need", section 3.4. */
        ALL
    }

    /** @throws IllegalArgumentException if a special id is outside a vocabulary, or a shared one has two sizes */
    public TransformerConfig {
        Shapes.require(encoderLayers > 0 && decoderLayers > 0 && marks.context() > 0,
                () -> "transformer: encoder layers " + encoderLayers + ", decoder layers " + decoderLayers
                        + ", context " + marks.context() + " must all be at least 1");
        Shapes.require(marks.bos() < tgtVocab && marks.eos() < tgtVocab && marks.pad() < tgtVocab,
                () -> "transformer: pad " + marks.pad() + ", bos " + marks.bos() + " and eos " + marks.eos()
                        + " must be below the target's vocabulary of " + tgtVocab);
        Shapes.require(sharing != Sharing.ALL || srcVocab == tgtVocab, () -> "transformer: vocabularies of " + srcVocab
                + " and " + tgtVocab + " ids cannot share one embedding");
    }

    /** As the paper has it, with special ids 0 (pad), 1 (bos) and 2 (eos), sequences up to 64, nothing shared. */
    public static TransformerConfig of(int srcVocab, int tgtVocab, int layers, LayerConfig layer) {
        return new TransformerConfig(srcVocab, tgtVocab, Translator.Marks.of(64), layers, layers, layer, true,
                Sharing.NONE);
    }

    /** Other special ids, or another context. */
    public TransformerConfig with(Translator.Marks newMarks) {
        return new TransformerConfig(srcVocab, tgtVocab, newMarks, encoderLayers, decoderLayers, layer,
                scaleEmbeddings, sharing);
    }

    /** Other shared tables. */
    public TransformerConfig with(Sharing newSharing) {
        return new TransformerConfig(srcVocab, tgtVocab, marks, encoderLayers, decoderLayers, layer, scaleEmbeddings,
                newSharing);
    }

    /** Embeddings as they are. */
    public TransformerConfig withoutScaling() {
        return new TransformerConfig(srcVocab, tgtVocab, marks, encoderLayers, decoderLayers, layer, false, sharing);
    }
}
