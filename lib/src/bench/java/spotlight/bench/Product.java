package spotlight.bench;

import java.util.Random;

/**
 * A matrix product to be timed: {@code batch} times a [m,k] by b [k,n], one behind the other; or {@code matvec n k}:
 * a weight matrix b stored [n,k], as a linear layer keeps it, by one vector a [k].
 *
 * @param bT whether b is stored [n,k]
 */
record Product(int batch, int m, int n, int k, boolean bT, float[] a, float[] b) {

    /** Random operands in -1/2 .. 1/2 for {@code gemm m n k batch} or {@code matvec n k}. */
    static Product of(String... words) {
        int[] sizes = new int[words.length - 1];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Integer.parseInt(words[i + 1]);
        }
        return switch (words[0]) {
            case "gemm" -> random(sizes[3], sizes[0], sizes[1], sizes[2], false);
            case "matvec" -> random(1, 1, sizes[0], sizes[1], true);
            default -> throw Engine.unsupported(words);
        };
    }

    private static Product random(int batch, int m, int n, int k, boolean bT) {
        return new Product(batch, m, n, k, bT, random(batch * m * k, 1), random(batch * k * n, 2));
    }

    static float[] random(int n, int seed) {
        Random random = new Random(seed);
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextFloat() - 0.5f;
        }
        return x;
    }

    /** The floating point operations of one run. */
    static double flop(String task) {
        Product p = of(task.split(" "));
        return 2.0 * p.batch * p.m * p.n * p.k;
    }

    /** The elements of c. */
    int size() {
        return batch * m * n;
    }

    /** Pairs this computation with the expected result, by three plain loops. */
    Work work(Runnable run, java.util.function.Supplier<float[]> result) {
        return new Work(run, result, naive(), 1e-6 * Math.sqrt(k) + 1e-6); // rounding errors add up like a random walk
    }

    private float[] naive() {
        float[] c = new float[size()];
        for (int i = 0; i < batch * m; i++) {
            int pair = i / m * k * n;
            for (int j = 0; j < k; j++) {
                for (int l = 0; l < n; l++) {
                    c[i * n + l] += a[i * k + j] * b[pair + (bT ? l * k + j : j * n + l)];
                }
            }
        }
        return c;
    }
}
