package spotlight.explorer;

import java.util.ArrayList;
import java.util.List;
import spotlight.model.AttentionMaps;
import spotlight.model.Transformer;
import spotlight.tensor.Tensor;
import spotlight.text.Tokenizer;

/** What an encoder-decoder does with a source and what it writes for it. */
final class TranslatorScene {
    private TranslatorScene() {
    }

    /**
     * @param written the target text; each of its tokens is shown with what the model expects after it
     * @param maps    a recording that is open
     */
    static Scene of(Transformer model, Tokenizer source, Tokenizer target, String text, String written,
            AttentionMaps maps) {
        int[] read = source.encode(text);
        int[] wrote = target.encode(written);
        int[] begun = new int[wrote.length + 1];
        begun[0] = model.marks().bos();
        System.arraycopy(wrote, 0, begun, 1, wrote.length);
        Tensor logits = model.logits(read, begun, 1).value().select(0, 0); // [T,V]
        List<Scene.Sequence> sequences = List.of(Scene.Sequence.of("read", source, read),
                Scene.Sequence.of("written", target, begun));
        return new Scene("A Transformer reads “" + text + "” and writes “" + written + "”", sequences,
                layers(model, maps), Scene.Next.of(1, target, logits), List.of());
    }

    private static List<Scene.Layer> layers(Transformer model, AttentionMaps maps) {
        List<Scene.Layer> layers = new ArrayList<>();
        for (int i = 0; i < model.config().decoderLayers(); i++) { // the alignment first: it is why one opens this
            String name = "decoder.layers." + i;
            layers.add(Scene.Layer.of("decoder " + i + ": written looks at read", 1, 0, i,
                    maps.steps(name + ".multihead_attn")));
            layers.add(Scene.Layer.of("decoder " + i + ": written looks at written", 1, 1, i,
                    maps.steps(name + ".self_attn")));
        }
        for (int i = 0; i < model.config().encoderLayers(); i++) {
            layers.add(Scene.Layer.of("encoder " + i + ": read looks at read", 0, 0, i,
                    maps.steps("encoder.layers." + i + ".self_attn")));
        }
        return layers;
    }
}
