package spotlight.grad;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import spotlight.random.TorchRandom;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * Compares the gradients of {@link Var#backward} with what they stand for: each number of each parameter is moved a
 * little, and the loss is looked at again.
 *
 * <p>The loss is {@code sum(y g)} with random g, summed in double. With {@code D(h) = (loss(x + h) - loss(x - h)) / 2h}
 * the slope is {@code (4 D(h) - D(2h)) / 3}: its error falls with h^4, so that h may be large enough for float32. A
 * function with a kink, as relu at 0, must not be checked within 2h of it.
 */
public final class GradCheck {
    /** The step h for numbers of size 1; it grows with the number. */
    public static final float STEP = 1 / 32f;
    /** The error allowed, absolute or as a share of the largest slope of the parameter, whichever is more. */
    public static final double TOLERANCE = 2e-4;

    private static final int SHOWN = 5;

    private GradCheck() {
    }

    /**
     * Checks the gradients of all numbers of these parameters.
     *
     * @param f          computes y from the parameters, the same each time
     * @param parameters their gradients are cleared first; their numbers are moved and put back
     * @throws AssertionError if a gradient is wrong; it names the parameter by its place, the index and both values
     */
    public static void check(Supplier<Var> f, Var... parameters) {
        Map<String, Var> named = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i++) {
            named.put("parameter " + i, parameters[i]);
        }
        check(f, named);
    }

    /** The same for parameters with names. */
    public static void check(Supplier<Var> f, Map<String, Var> parameters) {
        parameters.values().forEach(Node::clearGrad);
        Var y = f.get();
        Tensor g = new TorchRandom(0).randn(y.shape());
        y.backward(g);
        List<String> wrong = new ArrayList<>();
        parameters.forEach((name, parameter) -> compare(f, g, name, parameter, wrong));
        if (!wrong.isEmpty()) {
            int more = wrong.size() - SHOWN;
            throw new AssertionError(String.join("\n", wrong.subList(0, Math.min(SHOWN, wrong.size())))
                    + (more > 0 ? "\nand " + more + " more" : ""));
        }
    }

    private static void compare(Supplier<Var> f, Tensor g, String name, Var parameter, List<String> wrong) {
        float[] x = parameter.value().data();
        float[] grad = parameter.grad().data();
        double[] slopes = new double[x.length];
        double largest = 1;
        for (int i = 0; i < x.length; i++) {
            float h = STEP * Math.max(1, Math.abs(x[i]));
            slopes[i] = (4 * slope(f, g, x, i, h) - slope(f, g, x, i, 2 * h)) / 3;
            largest = Math.max(largest, Math.abs(slopes[i]));
        }
        for (int i = 0; i < x.length; i++) {
            boolean close = Math.abs(grad[i] - slopes[i]) <= TOLERANCE * largest; // false for NaN
            if (!close) {
                wrong.add(String.format(Locale.ROOT,
                        "gradient of %s %s at %s: backward says %.5g, the loss changes by %.5g", name,
                        Shapes.format(parameter.shape()), index(i, parameter.shape()), grad[i], slopes[i]));
            }
        }
    }

    /** {@code (loss(x_i + h) - loss(x_i - h)) / 2h}, with the steps that float32 really takes. */
    private static double slope(Supplier<Var> f, Tensor g, float[] x, int i, float h) {
        float before = x[i];
        float up = before + h;
        float down = before - h;
        try {
            x[i] = up;
            double high = loss(f, g);
            x[i] = down;
            return (high - loss(f, g)) / ((double) up - down);
        } finally {
            x[i] = before;
        }
    }

    private static double loss(Supplier<Var> f, Tensor g) {
        try (Var.Scope off = Var.noGrad()) {
            float[] y = f.get().value().data();
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                sum += (double) y[i] * g.data()[i];
            }
            return sum;
        }
    }

    private static String index(int i, int[] shape) {
        int[] index = new int[shape.length];
        for (int d = shape.length - 1; d >= 0; d--) {
            index[d] = i % shape[d];
            i /= shape[d];
        }
        return Shapes.format(index);
    }
}
