package spotlight.ch07;

import java.util.List;
import java.util.function.UnaryOperator;

import spotlight.grad.Var;
import spotlight.tensor.Tensor;

/**
 * Exercise 7.6, how much of the gradient arrives? Predict first, then measure.
 *
 * <pre>{@code
 *   without residual    x_l+1 = f_l(x_l)            slope f_l'
 *   with residual       x_l+1 = x_l + f_l(x_l)      slope 1 + f_l'
 * }</pre>
 *
 * The slopes of all layers are multiplied: that is the chain rule, and that is what makes depth hard.
 *
 * <p>Example: x = (3, 4), two layers, f_0 doubles, f_1 halves. Without residual the output is (3, 4), and a change of
 * an input number by 1 changes the sum of the output by 2 · 0.5 = 1: the gradients at x_0, x_1 and x_2 are (1, 1),
 * (0.5, 0.5) and (1, 1), their lengths 1.4142, 0.7071 and 1.4142. With residual the factors are 3 and 1.5, and the lengths
 * 6.3640, 2.1213 and 1.4142.
 *
 * <p>A {@code Var} remembers how it was computed. After {@code y.sum().backward()} every Var on the way knows its
 * gradient, {@code grad()}, if the way began at a {@code Var.parameter}.
 */
public final class GradientHighway {
    private GradientHighway() {
    }

    /**
     * Your guess before you compute anything: 24 layers without residual, each of slope 0.5. What reaches the input
     * is 10 to the power of what? A whole number; within 1 of the truth earns its point.
     */
    public static int prediction() {
        return -7;
    }

    /**
     * The way through the layers.
     *
     * @param x        where it starts
     * @param layers   f_0, f_1, …
     * @param residual whether each layer adds to what it reads
     * @return x_0 = x, x_1, … and the output: one more than there are layers
     */
    public static Var[] stream(Var x, List<UnaryOperator<Var>> layers, boolean residual) {
        Var[] stream = new Var[layers.size() + 1];
        stream[0] = x;
        for (int l = 0; l < layers.size(); l++) {
            Var f = layers.get(l).apply(stream[l]);
            stream[l + 1] = residual ? stream[l].plus(f) : f;
        }
        return stream;
    }

    /**
     * How long the gradient is at each place of the stream, for the sum of all output numbers.
     *
     * @param x where it starts; not modified
     * @return the lengths (root of the sum of squares) of the gradients at x_0, x_1, … and the output
     */
    public static double[] gradientLengths(Tensor x, List<UnaryOperator<Var>> layers, boolean residual) {
        Var[] stream = stream(Var.parameter(x), layers, residual);
        stream[layers.size()].sum().backward();
        double[] lengths = new double[stream.length];
        for (int l = 0; l < lengths.length; l++) {
            lengths[l] = Math.sqrt(stream[l].grad().square().sum());
        }
        return lengths;
    }
}
