package spotlight.train;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import spotlight.grad.Var;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;

/**
 * Changes parameters so that the loss gets smaller, given their gradients.
 *
 * <pre>{@code
 * Optimizer optimizer = new AdamW(params, 1e-3);
 * for (int step = 0; step < steps; step++) {
 *     optimizer.clearGrad();
 *     loss().backward();
 *     optimizer.step();
 * }
 * }</pre>
 *
 * <p>What an optimizer remembers of earlier steps lies in flat arrays: first all numbers of the first parameter, then
 * those of the second, and so on. Each number is computed by itself, so threads share the work without any effect on
 * the result.
 */
public abstract sealed class Optimizer permits SGD, Adam {
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final List<Var> params;
    private final int[] from; // where each parameter starts in the flat arrays
    private final int[] largestFirst; // the order in which parameters are dealt to the workers: nearly even shares
    private final int size;
    private double lr;
    private double weightDecay;
    private Predicate<Var> decays = param -> true;
    private int steps;

    /** What has to be saved for training to go on later: how many steps were taken, and the flat arrays by name. */
    public record State(int steps, Map<String, Tensor> arrays) {
    }

    Optimizer(List<Var> params, double lr, double weightDecay) {
        check(params);
        this.params = List.copyOf(params);
        from = new int[params.size() + 1];
        for (int p = 0; p < params.size(); p++) {
            from[p + 1] = flatSize(from[p], params.get(p).value().size());
        }
        size = from[params.size()];
        largestFirst = IntStream.range(0, params.size()).boxed()
                .sorted((a, b) -> params.get(b).value().size() - params.get(a).value().size())
                .mapToInt(Integer::intValue).toArray();
        require(lr > 0 && lr < Double.POSITIVE_INFINITY, "learning rate " + lr + " is not positive");
        this.lr = lr;
        weightDecay(weightDecay);
    }

    private void check(List<Var> list) {
        require(!list.isEmpty(), "no parameters");
        Set<Var> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int p = 0; p < list.size(); p++) {
            String which = "parameter " + p + " " + Shapes.format(list.get(p).shape());
            require(list.get(p).tracked(), which + " is a constant");
            require(seen.add(list.get(p)), which + " was given twice");
        }
    }

    final int flatSize(long before, int more) {
        require(before + more <= LARGEST_ARRAY, before + more + " numbers to learn, an array holds 2^31-9");
        return (int) (before + more);
    }

    /** The parameters, in the order given. */
    public final List<Var> params() {
        return params;
    }

    /** The learning rate of the next step. */
    public final double lr() {
        return lr;
    }

    /**
     * Another learning rate, for instance one for each step by a {@link Schedule}.
     *
     * @throws IllegalArgumentException if it is negative, infinite or NaN; 0 is how some schedules begin
     */
    public final Optimizer lr(double newLr) {
        require(newLr >= 0 && newLr < Double.POSITIVE_INFINITY, "learning rate " + newLr + " is negative or no number");
        lr = newLr;
        return this;
    }

    /** Lets parameters decay towards 0; how, is said by the optimizer. */
    public final Optimizer weightDecay(double decay) {
        require(decay >= 0 && decay < Double.POSITIVE_INFINITY, "weight decay " + decay + " is negative or no number");
        weightDecay = decay;
        return this;
    }

    /**
     * Which parameters decay; all, if not said. GPT's rule, matrices but no norms and biases, is
     * {@code param -> param.shape().length > 1}.
     */
    public final Optimizer decayOnly(Predicate<Var> which) {
        decays = which;
        return this;
    }

    /** Forgets the gradients, before those of the next step are computed. */
    public final void clearGrad() {
        params.forEach(Var::clearGrad);
    }

    /** Changes every parameter once, by its gradient; where none came, the gradient is 0. */
    public final void step() {
        steps++;
        float[][] grads = params.stream().map(param -> param.grad().data()).toArray(float[][]::new);
        Workers.run(grads.length, i -> {
            int p = largestFirst[i];
            Var param = params.get(p);
            update(param.value().data(), grads[p], from[p], decays.test(param) ? weightDecay : 0);
        });
    }

    /**
     * One step for one parameter.
     *
     * @param w     its numbers; changed
     * @param grad  their gradients; not modified
     * @param first where the parameter starts in the flat arrays
     * @param decay its weight decay
     */
    abstract void update(float[] w, float[] grad, int first, double decay);

    /** The flat arrays by name: the arrays themselves, not copies. */
    abstract Map<String, float[]> arrays();

    /** How many steps were taken, and a copy of all that is remembered of them. */
    public final State state() {
        Map<String, Tensor> copies = new LinkedHashMap<>();
        arrays().forEach((name, array) -> copies.put(name, Tensor.of(array, size)));
        return new State(steps, copies);
    }

    /**
     * Goes on where another optimizer of the same kind, for the same parameters, was.
     *
     * @throws IllegalArgumentException if the state is of another kind or for other parameters
     */
    public final void restore(State state) {
        Map<String, float[]> arrays = arrays();
        require(state.arrays().keySet().equals(arrays.keySet()),
                "state of " + state.arrays().keySet() + " restored, expected " + arrays.keySet());
        state.arrays().forEach((name, saved) -> require(saved.size() == size,
                "state " + name + " has " + saved.size() + " numbers, the parameters have " + size));
        state.arrays().forEach((name, saved) -> System.arraycopy(saved.data(), 0, arrays.get(name), 0, size));
        steps = state.steps();
    }

    /** How many steps were taken, the present one included. */
    final int steps() {
        return steps;
    }

    /** The number of all parameters' numbers. */
    final int size() {
        return size;
    }

    final void require(boolean ok, String problem) {
        if (!ok) {
            throw new IllegalArgumentException(getClass().getSimpleName() + ": " + problem);
        }
    }
}
