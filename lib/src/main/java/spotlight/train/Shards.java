package spotlight.train;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import spotlight.grad.Var;
import spotlight.tensor.Buffers;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;

/**
 * Data-parallel training: a batch is cut into pieces, each processor takes its share of them through the model forward
 * and backward, and the gradients are added up at the end.
 *
 * <p>Results are the same to the bit in every run with the same number of threads: piece i is always done by worker
 * {@code i % count}, each worker adds up gradients of its own in the order of its pieces, and these sums are added in
 * the order of the workers. With another number of threads the same numbers are added in another order, which float32
 * rounds differently.
 *
 * <p>Small pieces need less memory, and their activations stay in the cache; larger ones mean larger matrix products.
 * In each piece arrays are recycled ({@link Buffers}): no tensor of it may be kept.
 */
public final class Shards {
    private Shards() {
    }

    /** The loss of a part of the batch. */
    @FunctionalInterface
    public interface Piece {
        /**
         * The mean loss of the sequences {@code from..to-1}, a single number. Called by several threads at once, so it
         * must change nothing they share.
         */
        Var meanLoss(int from, int to);
    }

    /**
     * Adds the gradients of the mean loss over a batch to those of the parameters.
     *
     * @param params    all parameters that the loss depends on
     * @param sequences how many sequences the batch has; each counts alike
     * @param piece     how many of them are taken at once, at least 1; the last piece may be smaller
     * @param loss      the loss of a piece
     * @return the mean loss, the same as of {@link #mean}
     * @throws IllegalArgumentException if there is no sequence or no piece
     * @throws RuntimeException what went wrong in a piece, and in which; all gradients are forgotten then
     */
    public static float backward(List<Var> params, int sequences, int piece, Piece loss) {
        return backward(params, alike(sequences), piece, loss);
    }

    /**
     * The same for sequences of different weight. Where the loss of a piece is a mean over tokens, and padding does not
     * count, these are the numbers of tokens that do: the result is then the mean over all tokens of the batch.
     *
     * @param weights how much each sequence counts, 0 or more
     */
    public static float backward(List<Var> params, int[] weights, int piece, Piece loss) {
        try {
            float mean = overPieces(weights, piece, (from, to, share) -> {
                Var y = loss.meanLoss(from, to);
                float item = y.item();
                y.backward(Tensor.full(share, y.shape()));
                return item;
            });
            Workers.run(params.size(), p -> params.get(p).gatherGrad());
            return mean;
        } catch (RuntimeException | Error failure) {
            params.forEach(Var::clearGrad);
            throw failure;
        }
    }

    /** The mean loss over a batch, without gradients: for evaluation. */
    public static float mean(int sequences, int piece, Piece loss) {
        return mean(alike(sequences), piece, loss);
    }

    /** The mean loss over sequences of different weight, without gradients. */
    public static float mean(int[] weights, int piece, Piece loss) {
        return overPieces(weights, piece, (from, to, share) -> {
            try (Var.Scope off = Var.noGrad()) {
                return loss.meanLoss(from, to).item();
            }
        });
    }

    private interface Work {
        float loss(int from, int to, float share);
    }

    private static int[] alike(int sequences) {
        int[] weights = new int[Math.max(0, sequences)];
        Arrays.fill(weights, 1);
        return weights;
    }

    private static float overPieces(int[] weights, int piece, Work work) {
        long total = weigh(weights, 0, weights.length);
        if (total <= 0 || piece <= 0) {
            throw new IllegalArgumentException("shards: " + weights.length + " sequences of weight " + total
                    + " in pieces of " + piece + ", all must be positive");
        }
        double[] losses = new double[(weights.length + piece - 1) / piece];
        Workers.run(losses.length, i -> {
            int from = i * piece;
            int to = Math.min(weights.length, from + piece);
            long weight = weigh(weights, from, to);
            if (weight > 0) { // the mean over nothing is no number
                float share = (float) weight / total;
                try (Buffers.Scope scope = Buffers.recycle()) {
                    losses[i] = named(from, to, () -> work.loss(from, to, share)) * weight;
                }
            }
        });
        double sum = 0;
        for (double each : losses) {
            sum += each;
        }
        return (float) (sum / total);
    }

    private static long weigh(int[] weights, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            if (weights[i] < 0) {
                throw new IllegalArgumentException(
                        "shards: weight " + weights[i] + " of sequence " + i + " is negative");
            }
            sum += weights[i];
        }
        return sum;
    }

    /** Errors, as of memory or of an exercise not yet solved, pass as they are. */
    private static double named(int from, int to, DoubleSupplier work) {
        try {
            return work.getAsDouble();
        } catch (RuntimeException e) {
            String message = "shards: sequences " + from + ".." + (to - 1) + ": " + e.getMessage();
            throw e instanceof IllegalArgumentException
                    ? new IllegalArgumentException(message, e)
                    : new IllegalStateException(message, e);
        }
    }
}
