package spotlight.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which weights a {@link Gpt} has. */
final class GptWeights {
    private GptWeights() {
    }

    /** The shapes of all weights by name, in the order in which they are made. */
    static Map<String, int[]> shapes(Gpt.Config config) {
        int d = config.dModel();
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put("wte.weight", new int[] {config.vocab(), d}); // tokens
        if (!config.rotary()) {
            shapes.put("wpe.weight", new int[] {config.context(), d}); // positions
        }
        for (int i = 0; i < config.layers(); i++) {
            String h = "h." + i + ".";
            layer(shapes, config, h + "ln_1", d);
            layer(shapes, config, h + "c_attn", 3 * d, d); // queries, keys and values
            layer(shapes, config, h + "c_proj", d, d);
            layer(shapes, config, h + "ln_2", d);
            layer(shapes, config, h + "c_fc", 4 * d, d);
            layer(shapes, config, h + "mlp_proj", d, 4 * d);
        }
        layer(shapes, config, "ln_f", d);
        if (!config.tied()) {
            shapes.put("lm_head.weight", new int[] {config.vocab(), d});
        }
        return shapes;
    }

    private static void layer(Map<String, int[]> shapes, Gpt.Config config, String name, int... weight) {
        shapes.put(name + ".weight", weight);
        if (config.biases()) {
            shapes.put(name + ".bias", new int[] {weight[0]});
        }
    }
}
