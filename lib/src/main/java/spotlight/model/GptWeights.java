package spotlight.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import spotlight.random.TorchRandom;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** Which weights a {@link Gpt} has, and what they are at first. */
final class GptWeights {
    private static final double STD = 0.02;

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

    /** {@link Gpt#init}. */
    static Weights init(Gpt.Config config, TorchRandom random) {
        Weights weights = new Weights();
        shapes(config).forEach((name, shape) -> weights.parameter(name, first(config, name, shape, random)));
        return weights;
    }

    private static Tensor first(Gpt.Config config, String name, int[] shape, TorchRandom random) {
        if (name.endsWith(".bias")) {
            return Tensor.zeros(shape);
        }
        if (shape.length == 1) { // a norm
            return Tensor.ones(shape);
        }
        double std = name.endsWith("_proj.weight") ? STD / Math.sqrt(2.0 * config.layers()) : STD;
        return random.normal(0, (float) std, shape);
    }

    static void check(Gpt.Config config, Weights weights) {
        shapes(config).forEach((name, shape) -> {
            int[] actual = weights.get(name).shape();
            Shapes.require(Arrays.equals(shape, actual), () -> "gpt: weight " + name + " " + Shapes.format(actual)
                    + ", expected " + Shapes.format(shape));
        });
    }
}
