package spotlight.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which weights a {@link Bert} has. */
final class BertWeights {
    private BertWeights() {
    }

    /** The shapes of all weights by name, in the order in which they are made. */
    static Map<String, int[]> shapes(Bert.Config config) {
        int d = config.dModel();
        int e = config.embeddingSize();
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put("bert.embeddings.word_embeddings.weight", new int[] {config.vocab(), e});
        shapes.put("bert.embeddings.position_embeddings.weight", new int[] {config.context(), e});
        shapes.put("bert.embeddings.token_type_embeddings.weight", new int[] {config.segments(), e});
        layer(shapes, "bert.embeddings.LayerNorm", e);
        if (config.factorised()) {
            layer(shapes, "bert.encoder.embedding_hidden_mapping_in", d, e);
        }
        for (int i = 0; i < (config.shareLayers() ? 1 : config.layers()); i++) {
            String at = "bert.encoder.layer." + i + ".";
            layer(shapes, at + "attention.self.query", d, d);
            layer(shapes, at + "attention.self.key", d, d);
            layer(shapes, at + "attention.self.value", d, d);
            layer(shapes, at + "attention.output.dense", d, d);
            layer(shapes, at + "attention.output.LayerNorm", d);
            layer(shapes, at + "intermediate.dense", config.dFf(), d);
            layer(shapes, at + "output.dense", d, config.dFf());
            layer(shapes, at + "output.LayerNorm", d);
        }
        if (config.pooler()) {
            layer(shapes, "bert.pooler.dense", d, d);
        }
        shapes.put("cls.predictions.bias", new int[] {config.vocab()});
        layer(shapes, "cls.predictions.transform.dense", e, d);
        layer(shapes, "cls.predictions.transform.LayerNorm", e);
        return shapes;
    }

    private static void layer(Map<String, int[]> shapes, String name, int... weight) {
        shapes.put(name + ".weight", weight);
        shapes.put(name + ".bias", new int[] {weight[0]});
    }
}
