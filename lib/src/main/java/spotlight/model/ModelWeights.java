package spotlight.model;

import java.util.Arrays;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import spotlight.random.TorchRandom;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** What {@link Gpt} and {@link Bert} begin with, and what they refuse. */
final class ModelWeights {
    private static final double STD = 0.02;

    private ModelWeights() {
    }

    /**
     * Matrices from a normal distribution of standard deviation 0.02, norms 1, biases 0.
     *
     * @param shapes of the weights by name
     * @param scales a factor of the standard deviation of each matrix
     */
    static Weights init(Map<String, int[]> shapes, ToDoubleFunction<String> scales, TorchRandom random) {
        Weights weights = new Weights();
        shapes.forEach((name, shape) -> {
            boolean matrix = shape.length == 2;
            Tensor small = name.endsWith("bias") ? Tensor.zeros(shape) : Tensor.ones(shape);
            weights.parameter(name,
                    matrix ? random.normal(0, (float) (STD * scales.applyAsDouble(name)), shape) : small);
        });
        return weights;
    }

    static void check(String model, Map<String, int[]> shapes, Weights weights) {
        shapes.forEach((name, shape) -> {
            int[] actual = weights.get(name).shape();
            Shapes.require(Arrays.equals(shape, actual), () -> model + ": weight " + name + " "
                    + Shapes.format(actual) + ", expected " + Shapes.format(shape));
        });
    }
}
