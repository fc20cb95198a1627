package spotlight.random;

import java.util.Arrays;

/**
 * The numbers of NumPy's {@code np.random} functions after {@code np.random.seed(seed)}, bit for bit. Called without a
 * size a method draws one number, as in Python.
 */
public final class NumpyRandom {
    private final MersenneTwister words;
    private double cached = Double.NaN; // the second normal number of a pair; survives draws of other kinds

    /** @param seed 0 to 2^32 - 1, as for {@code np.random.seed} */
    public NumpyRandom(long seed) {
        if (seed < 0 || seed > 0xffffffffL) {
            throw new IllegalArgumentException("numpyRandom: seed " + seed + " is outside 0..4294967295");
        }
        words = new MersenneTwister(seed);
    }

    /** Uniform in [0, 1), with 53 random bits. */
    public double rand() {
        long a = words.nextInt() >>> 5;
        long b = words.nextInt() >>> 6;
        return (a * 67108864.0 + b) / 9007199254740992.0;
    }

    /** n numbers uniform in [0, 1). */
    public double[] rand(int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = rand();
        }
        return values;
    }

    /** Uniform in [low, high). */
    public double uniform(double low, double high) {
        return low + (high - low) * rand();
    }

    /** Normal with mean 0 and standard deviation 1, by Marsaglia's polar method. */
    public double randn() {
        if (!Double.isNaN(cached)) {
            double value = cached;
            cached = Double.NaN;
            return value;
        }
        double x1;
        double x2;
        double r2;
        do { // a point in the unit circle
            x1 = 2 * rand() - 1;
            x2 = 2 * rand() - 1;
            r2 = x1 * x1 + x2 * x2;
        } while (r2 >= 1 || r2 == 0);
        double f = Math.sqrt(-2 * Logarithm.of(r2) / r2);
        cached = f * x1;
        return f * x2;
    }

    /** n normal numbers with mean 0 and standard deviation 1. */
    public double[] randn(int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = randn();
        }
        return values;
    }

    /** Normal with this mean and standard deviation. */
    public double normal(double mean, double std) {
        return mean + std * randn();
    }

    /**
     * An integer from {@code low} to {@code high - 1}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int randint(int low, int high) {
        if (low >= high) {
            throw new IllegalArgumentException("randint: no integer from " + low + " to below " + high);
        }
        return (int) (low + below(high - 1L - low));
    }

    /** n integers from {@code low} to {@code high - 1}. */
    public int[] randint(int low, int high, int n) {
        int[] values = new int[n];
        for (int i = 0; i < n; i++) {
            values[i] = randint(low, high);
        }
        return values;
    }

    /** 0 to n-1 in random order. */
    public int[] permutation(int n) {
        int[] values = new int[n];
        for (int i = 0; i < n; i++) {
            values[i] = i;
        }
        shuffle(values);
        return values;
    }

    /** Puts the values in random order, in place. */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = (int) below(i);
            int value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }

    /** k different numbers of 0..n-1: {@code np.random.choice(n, k, replace=False)}. */
    public int[] choice(int n, int k) {
        if (k > n) {
            throw new IllegalArgumentException("choice: " + k + " different numbers of " + n + " do not exist");
        }
        return Arrays.copyOf(permutation(n), k);
    }

    /** An index drawn with these probabilities: {@code np.random.choice(len(p), p=p)}. */
    public int choice(double[] p) {
        double[] sums = new double[p.length];
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i];
            sums[i] = sum;
        }
        double u = rand();
        int i = 0;
        while (i < p.length - 1 && sums[i] / sum <= u) {
            i++;
        }
        return i;
    }

    /** 0 to max: words cut to as many low bits as max has, until one is not above max. */
    private long below(long max) {
        if (max == 0) {
            return 0;
        }
        long mask = -1L >>> Long.numberOfLeadingZeros(max);
        long value;
        do {
            value = words.nextUnsigned() & mask;
        } while (value > max);
        return value;
    }
}
