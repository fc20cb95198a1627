package spotlight.model;

import java.util.SplittableRandom;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Buffers;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * Zeros by a seeded coin, which training adds to a model so that no number can rely on a single other one; "Dropout: A
 * Simple Way to Prevent Neural Networks from Overfitting". Models apply it where "Attention Is All You Need", section
 * 5.4, does: to the output of each sub-layer before it is added, and to the embeddings with their positions.
 *
 * <p>A random stream belongs to one thread: in a piece of {@link spotlight.train.Shards} make one with {@link #of}.
 */
public class Dropout {
    /** Leaves everything as it is: for evaluation. */
    public static final Dropout NONE = new Dropout(0, new TorchRandom(0));

    private final double p;
    private final TorchRandom random;

    /**
     * @param p      the share of numbers that become 0; the others grow by {@code 1 / (1 - p)}
     * @param random throws the coins
     * @throws IllegalArgumentException if p is not from 0 to below 1
     */
    public Dropout(double p, TorchRandom random) {
        Shapes.require(p >= 0 && p < 1, () -> "dropout: p " + p + " is not from 0 to below 1");
        this.p = p;
        this.random = random;
    }

    /**
     * A stream of its own for one piece of one training step, the same whenever and wherever that piece is computed. Its
     * coins are not PyTorch's but Java's SplittableRandom's, which are some ten times as fast: with PyTorch's a small
     * model spends more time on them than on everything else.
     *
     * @param seed of the training
     * @param step of the training
     * @param from the piece's first sequence
     */
    public static Dropout of(double p, long seed, int step, int from) {
        return p == 0 ? NONE : new Quick(p, new SplittableRandom((seed * 1_000_003 + step) * 1_000_003 + from));
    }

    /** Two coins from each random number of 64 bits. */
    private static final class Quick extends Dropout {
        private final SplittableRandom bits;
        private final int limit; // a coin of 32 bits below it is a zero
        private final float kept;

        Quick(double p, SplittableRandom bits) {
            super(p, NONE.random);
            this.bits = bits;
            limit = (int) (Math.round(p * 0x1p32) + Integer.MIN_VALUE);
            kept = (float) (1 / (1 - p));
        }

        @Override
        public Var apply(Var x) {
            float[] factors = Buffers.take(x.value().size());
            for (int i = 0; i < factors.length; i += 2) {
                long coins = bits.nextLong();
                factors[i] = (int) coins < limit ? 0 : kept;
                if (i + 1 < factors.length) {
                    factors[i + 1] = (int) (coins >>> 32) < limit ? 0 : kept;
                }
            }
            return x.times(Var.constant(Tensor.wrap(factors, x.shape())));
        }
    }

    /** The same numbers, some of them 0. */
    public Var apply(Var x) {
        return p == 0 ? x : x.dropout(p, random);
    }

    /**
     * The same for x [B,T,D], coins being thrown for the first token of every sequence, then for the second: the order
     * of PyTorch after an attention with {@code batch_first}, whose result lies as [T,B,D] in memory.
     */
    protected Var applyTokensFirst(Var x) {
        return p == 0 ? x : apply(x.transpose(0, 1)).transpose(0, 1);
    }
}
