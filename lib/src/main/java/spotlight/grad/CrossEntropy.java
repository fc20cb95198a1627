package spotlight.grad;

import java.util.function.Supplier;
import spotlight.tensor.Buffers;
import spotlight.tensor.Kernels;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * How cross entropy is computed: {@code -sum_c q_c ln softmax(logits)_c} for each row, q being 1 at the row's target
 * and 0 elsewhere, or with smoothing {@code (1 - smoothing)} at the target and {@code smoothing / classes} everywhere
 * on top; "Rethinking the Inception Architecture for Computer Vision", section 7.
 *
 * @param ignore    rows with this target do not count
 * @param smoothing share of q that is spread over all classes, 0 to 1
 * @param reduction what becomes of the losses of the rows
 */
public record CrossEntropy(int ignore, double smoothing, Reduction reduction) {
    /** What becomes of the losses of the rows. */
    public enum Reduction {
        /** Their sum divided by the number of rows that count; NaN if none does. */
        MEAN,
        /** Their sum. */
        SUM,
        /** They stay as they are, 0 for rows that do not count. */
        NONE
    }

    /** The mean, without smoothing; the target -100 is ignored, as in PyTorch. */
    public static final CrossEntropy MEAN = new CrossEntropy(-100, 0, Reduction.MEAN);

    /** @throws IllegalArgumentException if the smoothing is not between 0 and 1 */
    public CrossEntropy {
        Shapes.require(smoothing >= 0 && smoothing <= 1,
                () -> "crossEntropy: smoothing " + smoothing + " is not from 0 to 1");
    }

    /** Another target to be ignored. */
    public CrossEntropy withIgnore(int newIgnore) {
        return new CrossEntropy(newIgnore, smoothing, reduction);
    }

    /** Another smoothing. */
    public CrossEntropy withSmoothing(double newSmoothing) {
        return new CrossEntropy(ignore, newSmoothing, reduction);
    }

    /** Another reduction. */
    public CrossEntropy with(Reduction newReduction) {
        return new CrossEntropy(ignore, smoothing, newReduction);
    }

    /** Forward and backward are one pass over the logits [..,V]: the backward only scales what that pass left. */
    Var apply(Var logits, int[] targets) {
        check(logits, targets);
        int n = logits.size(-1);
        float[] losses = Buffers.take(targets.length);
        float[] dLogits = Buffers.take(logits.value().size());
        Kernels.forRow(n).crossEntropy(targets.length, n, logits.value().data(), targets, ignore, losses, dLogits);
        if (smoothing > 0) {
            smooth(logits.value().data(), targets, n, losses, dLogits);
        }
        Tensor slopes = Tensor.wrap(dLogits, logits.shape());
        if (reduction == Reduction.NONE) {
            Tensor loss = Tensor.wrap(losses, Shapes.leading(logits.shape(), 1));
            return Var.of(loss, dy -> logits.accumulate(() -> slopes.times(dy.unsqueeze(-1))), logits);
        }
        int rows = reduction == Reduction.SUM ? 1 : counted(targets);
        Tensor loss = Tensor.scalar((float) (sum(losses) / rows));
        Buffers.release(losses);
        Tensor factor = Tensor.scalar(rows == 0 ? 0 : 1f / rows);
        return Var.of(loss, dy -> logits.accumulate(() -> Arithmetic.times(slopes, dy.times(factor))), logits);
    }

    /** {@code (1 - smoothing) (-ln y_target) + smoothing mean_c(-ln y_c)}, and its slopes. */
    private void smooth(float[] logits, int[] targets, int n, float[] losses, float[] dLogits) {
        for (int r = 0; r < targets.length; r++) {
            if (targets[r] != ignore) {
                double sum = 0;
                for (int i = r * n; i < (r + 1) * n; i++) {
                    sum += logits[i];
                    dLogits[i] -= (float) (smoothing / n);
                }
                losses[r] += (float) (smoothing * (logits[r * n + targets[r]] - sum / n));
                dLogits[r * n + targets[r]] += (float) smoothing;
            }
        }
    }

    private int counted(int[] targets) {
        int counted = 0;
        for (int target : targets) {
            counted += target == ignore ? 0 : 1;
        }
        return counted;
    }

    private static double sum(float[] losses) {
        double sum = 0;
        for (float loss : losses) {
            sum += loss;
        }
        return sum;
    }

    private void check(Var logits, int[] targets) {
        Supplier<String> operand = () -> "crossEntropy: logits " + Shapes.format(logits.shape());
        Shapes.require(logits.value().rank() >= 1, () -> operand.get() + " have no classes");
        int rows = Shapes.product(logits.shape(), 0, logits.value().rank() - 1);
        Shapes.require(rows == targets.length,
                () -> operand.get() + " are " + rows + " rows, but there are " + targets.length + " targets");
        int n = logits.size(-1);
        for (int r = 0; r < rows; r++) {
            if (targets[r] != ignore && (targets[r] < 0 || targets[r] >= n)) {
                throw new IllegalArgumentException(
                        operand.get() + " have no class " + targets[r] + ", the target of row " + r);
            }
        }
    }
}
