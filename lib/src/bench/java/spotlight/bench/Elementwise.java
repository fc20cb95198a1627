package spotlight.bench;

import java.util.Random;
import java.util.function.Supplier;
import spotlight.tensor.Kernels;
import spotlight.tensor.ScalarKernels;

/**
 * The operands of an element by element computation on x [rows,n], such as {@code softmax rows n}.
 *
 * @param dy      the gradient that comes in [rows,n]
 * @param targets the right class of each row, for cross entropy
 */
record Elementwise(String name, int rows, int n, float[] x, float[] dy, float[] weight, float[] bias, int[] targets) {
    static final float EPS = 1e-5f;

    /** Random operands: x normal, as activations are. */
    static Elementwise of(String... words) {
        int rows = Integer.parseInt(words[1]);
        int n = Integer.parseInt(words[2]);
        float[] weight = Product.random(n, 4);
        return new Elementwise(words[0], rows, n, normal(rows * n, 3), normal(rows * n, 5), weight,
                Product.random(n, 6), new Random(7).ints(rows, 0, n).toArray());
    }

    private static float[] normal(int size, int seed) {
        Random random = new Random(seed);
        float[] x = new float[size];
        for (int i = 0; i < size; i++) {
            x[i] = (float) random.nextGaussian();
        }
        return x;
    }

    /** Pairs this computation with the result of the plain loops. */
    Work work(Runnable run, Supplier<float[]> result) {
        float[] expected = new float[rows * n];
        run(new ScalarKernels(), expected);
        return new Work(run, result, expected, 1e-5);
    }

    /** Computes it with these kernels into y. */
    void run(Kernels kernels, float[] y) {
        switch (name) {
            case "softmax" -> kernels.softmax(rows, n, x, y);
            case "gelu" -> kernels.gelu(x, y);
            case "layerNorm" -> kernels.layerNorm(rows, n, x, weight, bias, EPS, y);
            default -> throw Engine.unsupported(name);
        }
    }
}
