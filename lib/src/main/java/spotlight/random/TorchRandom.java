package spotlight.random;

import java.util.Arrays;

import spotlight.tensor.Tensor;

/**
 * The numbers of PyTorch's CPU generator after {@code torch.manual_seed(seed)}, bit for bit as on a processor with AVX2
 * (other builds of PyTorch differ from it in the last bits).
 */
public final class TorchRandom {
    private final MersenneTwister words;
    private double cached = Double.NaN; // the second normal number of a pair; survives draws of other kinds

    /** @param seed its low 32 bits count */
    public TorchRandom(long seed) {
        words = new MersenneTwister(seed);
    }

    /** Uniform in [0, 1): {@code torch.rand(shape)}. */
    public Tensor rand(int... shape) {
        Tensor values = Tensor.zeros(shape);
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = uniform24();
        }
        return values;
    }

    /** Uniform in [low, high): {@code torch.empty(shape).uniform_(low, high)}. */
    public Tensor uniform(float low, float high, int... shape) {
        return rand(shape).map(x -> Math.fma(x, high - low, low));
    }

    /** Normal with mean 0 and standard deviation 1: {@code torch.randn(shape)}. */
    public Tensor randn(int... shape) {
        return normal(0, 1, shape);
    }

    /**
     * Normal with this mean and standard deviation. From 16 numbers on PyTorch draws in blocks of 16, so that
     * {@code randn(15)} and {@code randn(16)} share no number.
     */
    public Tensor normal(float mean, float std, int... shape) {
        if (Tensor.zeros(shape).size() < NormalBlock.SIZE) {
            return Tensor.zeros(shape).map(zero -> (float) (normalPair() * std + mean));
        }
        Tensor values = rand(shape);
        int last = values.size() - NormalBlock.SIZE;
        for (int from = 0; from <= last; from += NormalBlock.SIZE) {
            NormalBlock.transform(values.data(), from, mean, std);
        }
        if (values.size() % NormalBlock.SIZE != 0) { // the last 16 are drawn again, over what is there
            for (int i = last; i < values.size(); i++) {
                values.data()[i] = uniform24();
            }
            NormalBlock.transform(values.data(), last, mean, std);
        }
        return values;
    }

    /** n integers from {@code low} to {@code high - 1}: {@code torch.randint(low, high, (n,))}. */
    public int[] randint(int low, int high, int n) {
        if (low >= high) {
            throw new IllegalArgumentException("randint: no integer from " + low + " to below " + high);
        }
        long range = (long) high - low;
        int[] values = new int[n];
        for (int i = 0; i < n; i++) {
            long word = range >= 1 << 28 ? Long.remainderUnsigned(twoWords(), range) : words.nextUnsigned() % range;
            values[i] = (int) (low + word);
        }
        return values;
    }

    /** 0 to n-1 in random order: {@code torch.randperm(n)}. */
    public int[] randperm(int n) {
        int[] values = new int[n];
        for (int i = 0; i < n; i++) {
            values[i] = i;
        }
        for (int i = 0; i < n - 1; i++) {
            int j = i + (int) (words.nextUnsigned() % (n - i));
            int value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
        return values;
    }

    /** n numbers uniform in [0, 1) in double precision: {@code torch.rand(n, dtype=torch.float64)}. */
    public double[] randDouble(int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = uniform53();
        }
        return values;
    }

    /** n normal numbers in double precision: {@code torch.randn(n, dtype=torch.float64)}. */
    public double[] randnDouble(int n) {
        double[] values = n < NormalBlock.SIZE ? new double[n] : randDouble(n);
        if (n < NormalBlock.SIZE) {
            Arrays.setAll(values, i -> normalPair());
            return values;
        }
        for (int from = 0; from <= n - NormalBlock.SIZE; from += NormalBlock.SIZE) {
            normalBlock(values, from);
        }
        if (n % NormalBlock.SIZE != 0) {
            System.arraycopy(randDouble(NormalBlock.SIZE), 0, values, n - NormalBlock.SIZE, NormalBlock.SIZE);
            normalBlock(values, n - NormalBlock.SIZE);
        }
        return values;
    }

    /** 1 with the probability that stands in its place, otherwise 0: {@code torch.bernoulli(p)}. */
    public Tensor bernoulli(Tensor p) {
        return p.map(probability -> uniform24() < probability ? 1 : 0);
    }

    /**
     * Which of n elements dropout with probability p keeps: the mask of {@code F.dropout}, as PyTorch draws it on
     * processors that are not Intel's (there it is another stream).
     */
    public boolean[] keep(double p, int n) {
        boolean[] keep = new boolean[n];
        for (int i = 0; i < n; i++) {
            keep[i] = p == 0 || uniform53() < 1 - p;
        }
        return keep;
    }

    /** An index drawn with probabilities in proportion to p: {@code torch.multinomial(p, 1)}. */
    public int multinomial(double[] p) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < p.length; i++) {
            double race = p[i] / -Math.log1p(-uniform53()); // the fastest of exponential waiting times
            if (race > highest) {
                best = i;
                highest = race;
            }
        }
        return best;
    }

    /** n indices drawn with replacement: {@code torch.multinomial(p, n, replacement=True)}. */
    public int[] multinomial(double[] p, int n) {
        double total = 0;
        for (double x : p) {
            total += x;
        }
        int[] values = new int[n];
        for (int draw = 0; draw < n; draw++) {
            double u = uniform53();
            double sum = 0;
            int i = 0;
            while (i < p.length - 1 && (sum += p[i] / total) < u) {
                i++;
            }
            values[draw] = i;
        }
        return values;
    }

    /** One word's low 24 bits. */
    private float uniform24() {
        return (words.nextInt() & 0xffffff) * 0x1p-24f;
    }

    /** Two words' low 53 bits. */
    private double uniform53() {
        return (twoWords() & (1L << 53) - 1) * 0x1p-53;
    }

    private long twoWords() {
        return words.nextUnsigned() << 32 | words.nextUnsigned();
    }

    /** Box and Muller's method in double: a pair at a time, the second kept for the next call. */
    private double normalPair() {
        if (!Double.isNaN(cached)) {
            double value = cached;
            cached = Double.NaN;
            return value;
        }
        double u1 = uniform53();
        double radius = Math.sqrt(-2 * Math.log1p(-uniform53()));
        cached = radius * Math.sin(2 * Math.PI * u1);
        return radius * Math.cos(2 * Math.PI * u1);
    }

    private static void normalBlock(double[] x, int from) {
        for (int j = from; j < from + NormalBlock.SIZE / 2; j++) {
            double radius = Math.sqrt(-2 * Math.log(1 - x[j]));
            double angle = 2 * Math.PI * x[j + NormalBlock.SIZE / 2];
            x[j] = radius * Math.cos(angle);
            x[j + NormalBlock.SIZE / 2] = radius * Math.sin(angle);
        }
    }
}
