package spotlight.nn;

import java.util.Arrays;
import spotlight.random.TorchRandom;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * A linear layer, {@code y = x WT + b}.
 *
 * @param weight W [out,in], as PyTorch keeps it
 * @param bias   b [out]
 */
public record Linear(Tensor weight, Tensor bias) {

    /** @throws IllegalArgumentException if weight is not a matrix, or bias not one number per row of it */
    public Linear {
        String operand = "linear: weight " + Shapes.format(weight.shape());
        if (weight.rank() != 2) {
            throw new IllegalArgumentException(operand + " is not a matrix [out,in]");
        }
        if (!Arrays.equals(bias.shape(), new int[] {weight.size(0)})) {
            throw new IllegalArgumentException(
                    operand + " needs bias [" + weight.size(0) + "], got " + Shapes.format(bias.shape()));
        }
    }

    /** A linear layer whose bias is 0. */
    public Linear(Tensor weight) {
        this(weight, Tensor.zeros(weight.rank() == 0 ? 1 : weight.size(0)));
    }

    /** The layer {@code y = x w} for a w written the other way round, [in,out], as many tutorials do. */
    public static Linear ofColumns(Tensor w) {
        return new Linear(w.transpose());
    }

    /**
     * A layer as PyTorch initialises {@code nn.Linear}: weight, then bias, uniform in {@code +-1 / sqrt(in)}.
     *
     * @param random source of the numbers; with PyTorch's seed they are PyTorch's
     */
    public static Linear init(int in, int out, TorchRandom random) {
        double gain = Math.sqrt(2.0 / (1 + 5)); // kaiming_uniform_ with a = sqrt 5: the bound is nearly 1 / sqrt(in)
        float weightBound = (float) (Math.sqrt(3) * (gain / Math.sqrt(in)));
        float biasBound = (float) (1 / Math.sqrt(in));
        Tensor weight = random.uniform(-weightBound, weightBound, out, in);
        return new Linear(weight, random.uniform(-biasBound, biasBound, out));
    }

    /** The number of inputs. */
    public int in() {
        return weight.size(1);
    }

    /** The number of outputs. */
    public int out() {
        return weight.size(0);
    }

    /**
     * {@code x WT + b}.
     *
     * @param x inputs [..,in]; not modified
     * @return outputs [..,out]
     * @throws IllegalArgumentException if the last dimension of x is not {@code in}
     */
    public Tensor apply(Tensor x) {
        if (x.rank() == 0 || x.size(-1) != in()) {
            throw new IllegalArgumentException("linear: x " + Shapes.format(x.shape()) + " and weight "
                    + Shapes.format(weight.shape()) + ", the last dimension of x must be " + in());
        }
        if (x.rank() == 1) {
            return apply(x.unsqueeze(0)).select(0, 0);
        }
        return x.matmulNT(weight).plus(bias); // [..,in] x [out,in]T = [..,out]
    }
}
