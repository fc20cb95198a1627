package spotlight.ch08;

import java.util.List;
import java.util.function.Supplier;

import spotlight.grad.Var;
import spotlight.train.Optimizer;
import spotlight.train.Schedule;

/**
 * Exercise 8.6, find the bugs: a training loop that runs, throws nothing, and learns badly.
 *
 * <pre>{@code
 * for (int step = 0; step < steps; step++) {
 *     Var loss = model.get();
 *     losses[step] = loss.item();
 *     loss.backward();
 *     optimizer.step();
 *     clip(optimizer.params(), limit);
 *     optimizer.lr(schedule.lr(step));
 * }
 * }</pre>
 *
 * and its clipping:
 *
 * <pre>{@code
 * for (Var param : params) {
 *     float[] grad = param.grad().data();
 *     double length = length(grad);                       // sqrt of the sum of squares
 *     if (length > limit) {
 *         scale(grad, limit / length);
 *     }
 * }
 * }</pre>
 *
 * The loop has three bugs, the clipping one: look for it with two parameters whose gradients are (3) and (4), together
 * 5 long, and limit 1. What is left must be (0.6) and (0.8), the same direction. And something is missing: a loss that
 * is NaN or infinite must stop the training before it reaches the parameters.
 */
public final class TrainingLoop {
    private TrainingLoop() {
    }

    /**
     * Trains.
     *
     * @param model    computes the loss from the parameters of the optimizer
     * @param schedule the learning rate of each step, the first being 0
     * @param limit    the greatest length of the gradient
     * @return the loss of each step, before that step
     * @throws IllegalStateException if a loss is NaN or infinite; its message says {@code step 3}, and the step is not
     *                               taken
     */
    public static float[] train(Optimizer optimizer, Supplier<Var> model, Schedule schedule, double limit, int steps) {
        float[] losses = new float[steps];
        for (int step = 0; step < steps; step++) {
            optimizer.clearGrad();
            Var loss = model.get();
            losses[step] = loss.item();
            if (!Float.isFinite(losses[step])) {
                throw new IllegalStateException("step " + step + ": the loss is " + losses[step]);
            }
            loss.backward();
            clip(optimizer.params(), limit); // while the gradient is still to be used
            optimizer.lr(schedule.lr(step)); // of this step, not of the next one
            optimizer.step(); // uses gradients and rate as they are now
        }
        return losses;
    }

    /**
     * If the gradients of all parameters, as one long vector, are longer than the limit, shortens all of them by the
     * same factor, so that they are as long as the limit together. Otherwise changes nothing.
     *
     * @param params with gradients; {@code param.grad().data()} is the array itself, to be changed in place
     * @return how long they were before
     */
    public static double clip(List<Var> params, double limit) {
        double squares = 0;
        for (Var param : params) {
            for (float g : param.grad().data()) {
                squares += (double) g * g;
            }
        }
        double length = Math.sqrt(squares);
        if (length > limit) {
            params.forEach(param -> scale(param.grad().data(), limit / length));
        }
        return length;
    }

    private static void scale(float[] grad, double factor) {
        for (int i = 0; i < grad.length; i++) {
            grad[i] *= factor;
        }
    }
}
