package spotlight.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import spotlight.tensor.AdamStep;
import spotlight.tensor.Kernels;
import spotlight.tensor.ScalarKernels;

/**
 * Everything between the matrix products: a kernel on a matrix [rows,n], for instance {@code softmax 1536 256}.
 *
 * @param x       normal numbers, as activations are
 * @param dy      the gradient that comes in
 * @param weight  [n]
 * @param bias    [n]
 * @param targets the right class of each row, for cross entropy
 * @param stats   what layer norm keeps for its backward
 */
record Elementwise(String name, int rows, int n, float[] x, float[] dy, float[] weight, float[] bias, int[] targets,
        float[] stats) {
    static final float EPS = 1e-5f;
    private static final AdamStep STEP = AdamStep.adamW(10, 1e-3, 0.9, 0.99, 1e-8, 0.1);
    private static final int NONE_IGNORED = -100;

    static Elementwise of(String... words) {
        if (words.length != 3) {
            throw Engine.unsupported(words);
        }
        int rows = Integer.parseInt(words[1]);
        int n = Integer.parseInt(words[2]);
        float[] x = normal(rows * n, 3);
        float[] weight = Product.random(n, 4);
        float[] bias = Product.random(n, 6);
        float[] stats = new float[Kernels.STATS * rows];
        new ScalarKernels().layerNorm(rows, n, x, weight, bias, EPS, new float[x.length], stats);
        return new Elementwise(words[0], rows, n, x, normal(rows * n, 5), weight, bias,
                new Random(7).ints(rows, 0, n).toArray(), stats);
    }

    private static float[] normal(int size, int seed) {
        Random random = new Random(seed);
        float[] x = new float[size];
        for (int i = 0; i < size; i++) {
            x[i] = (float) random.nextGaussian();
        }
        return x;
    }

    /** This computation by our kernels. */
    Work work(Kernels kernels) {
        float[] y = new float[rows * n];
        float[][] state = {new float[n], new float[n], new float[n], new float[rows]};
        return work(() -> run(kernels, y, state), () -> all(y, state));
    }

    /** Pairs somebody's computation with the result of the plain loops. */
    Work work(Runnable run, Supplier<float[]> result) {
        float[] y = new float[rows * n];
        float[][] state = {new float[n], new float[n], new float[n], new float[rows]};
        run(new ScalarKernels(), y, state);
        return new Work(run, result, all(y, state), 1e-4); // sums over 2048 rows, in another order
    }

    /**
     * @param y     the result [rows,n]
     * @param state what some of them update: three arrays [n], one [rows]
     */
    private void run(Kernels kernels, float[] y, float[][] state) {
        switch (name) {
            case "softmax" -> kernels.softmax(rows, n, x, y);
            case "softmaxBackward" -> kernels.softmaxBackward(rows, n, x, dy, y);
            case "layerNorm" -> kernels.layerNorm(rows, n, x, weight, bias, EPS, y, stats);
            case "layerNormBackward" -> kernels.layerNormBackward(rows, n, x, weight, stats, dy, y, state[0], state[1]);
            case "gelu" -> kernels.gelu(x, y);
            case "geluBackward" -> kernels.geluBackward(rows * n, x, dy, y);
            case "crossEntropy" -> kernels.crossEntropy(rows, n, x, targets, NONE_IGNORED, state[3], y);
            case "adamW" -> kernels.adam(n, state[0], dy, state[1], state[2], 0, STEP);
            default -> throw Engine.unsupported(name);
        }
    }

    /** Everything it wrote, one behind the other, in forward functions just y. */
    private float[] all(float[] y, float[][] state) {
        float[] all = switch (name) {
            case "softmax", "layerNorm", "gelu" -> y;
            default -> Arrays.copyOf(y, y.length + 3 * n + rows);
        };
        if (all != y) {
            int to = y.length;
            for (float[] part : state) {
                System.arraycopy(part, 0, all, to, part.length);
                to += part.length;
            }
        }
        return all;
    }
}
