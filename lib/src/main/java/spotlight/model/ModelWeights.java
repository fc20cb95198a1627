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

    /** Whether ids are sequences that a model can read. */
    static void checkIds(String model, int[] ids, int batch, int vocab, int context) {
        Shapes.require(batch > 0 && ids.length > 0 && ids.length % batch == 0,
                () -> model + ": " + ids.length + " ids are not " + batch + " sequences of one length");
        int tokens = ids.length / batch;
        Shapes.require(tokens <= context,
                () -> model + ": " + tokens + " tokens are more than the context of " + context);
        checkKnown(model, ids, vocab);
    }

    static void checkKnown(String model, int[] ids, int vocab) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] < 0 || ids[i] >= vocab) {
                throw new IllegalArgumentException(
                        model + ": id " + ids[i] + " at " + i + " is outside a vocabulary of " + vocab);
            }
        }
    }
}
