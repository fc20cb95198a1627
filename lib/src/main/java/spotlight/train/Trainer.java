package spotlight.train;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The loop of training: clear the gradients, compute new ones, clip them, set the learning rate, take a step, and tell
 * about once a second how far it has come.
 *
 * <pre>{@code
 * float[] losses = new Trainer(new AdamW(params, 1e-3)).clip(1).report(System.out::println)
 *         .train(1000, step -> Shards.backward(params, batch, 1, (from, to) -> loss(step, from, to)));
 * }</pre>
 */
public final class Trainer {
    private static final double NANOS = 1e9;

    private final Optimizer optimizer;
    private final LongSupplier clock;
    private Schedule schedule;
    private double limit = Double.POSITIVE_INFINITY;
    private Consumer<Progress> listener = progress -> {
    };

    /** The gradients of one step. */
    @FunctionalInterface
    public interface Gradients {
        /** Adds the gradients of the loss to the parameters, and returns the loss; the first step is 0. */
        float compute(int step);
    }

    /** Every step with the learning rate of the optimizer, without clipping, and silently. */
    public Trainer(Optimizer optimizer) {
        this(optimizer, System::nanoTime);
    }

    Trainer(Optimizer optimizer, LongSupplier clock) {
        this.optimizer = optimizer;
        this.clock = clock;
        schedule = Schedule.constant(optimizer.lr());
    }

    /** A learning rate for each step. */
    public Trainer schedule(Schedule newSchedule) {
        schedule = newSchedule;
        return this;
    }

    /** The greatest length of the gradient, {@link Clip#globalNorm}. */
    public Trainer clip(double newLimit) {
        limit = newLimit;
        return this;
    }

    /** Who hears of the progress: after the first step, then once a second, and after the last. */
    public Trainer report(Consumer<Progress> newListener) {
        listener = newListener;
        return this;
    }

    /**
     * Trains.
     *
     * @param steps how many times the parameters are changed
     * @return the loss of each step, before its change of the parameters
     * @throws IllegalStateException if a loss or a gradient is infinite or NaN; that step is not taken
     */
    public float[] train(int steps, Gradients gradients) {
        return train(0, steps, gradients);
    }

    /**
     * Goes on with a training of which some steps were taken before: after {@link Optimizer#restore}, with the
     * parameters of that moment.
     *
     * @param from how many steps were taken before, and so the number of the first one
     * @return the losses of the steps {@code from..steps-1}
     */
    public float[] train(int from, int steps, Gradients gradients) {
        float[] losses = new float[Math.max(0, steps - from)];
        long last = clock.getAsLong();
        int reported = from;
        double sum = 0;
        for (int step = from; step < steps; step++) {
            optimizer.clearGrad();
            float loss = gradients.compute(step);
            float norm = Clip.globalNorm(optimizer.params(), limit);
            optimizer.lr(schedule.lr(step));
            requireFinite(step, loss, norm);
            optimizer.step();
            losses[step - from] = loss;
            sum += loss;
            int done = step + 1;
            double seconds = (clock.getAsLong() - last) / NANOS;
            if (done == from + 1 || seconds >= 1 || done == steps) {
                int since = done - reported;
                listener.accept(new Progress(done, steps, sum / since, norm, optimizer.lr(), since / seconds,
                        (steps - done) * seconds / since));
                last = clock.getAsLong();
                reported = done;
                sum = 0;
            }
        }
        return losses;
    }

    private void requireFinite(int step, float loss, float norm) {
        if (!Float.isFinite(loss) || !Float.isFinite(norm)) {
            throw new IllegalStateException("train: step " + step + ": loss " + loss + ", length of the gradient "
                    + norm + ", learning rate " + optimizer.lr() + "; a smaller rate, a warm-up or clipping may help");
        }
    }
}
