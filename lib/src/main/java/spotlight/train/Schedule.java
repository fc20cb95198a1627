package spotlight.train;

/** The learning rate of each step, the first step being 0. Training begins carefully and ends with ever finer steps. */
@FunctionalInterface
public interface Schedule {

    /**
     * The learning rate of this step.
     *
     * @param step 0 or more
     */
    double lr(int step);

    /** Always the same. */
    static Schedule constant(double lr) {
        return step -> lr;
    }

    /** Half a cosine from {@code lr} at step 0 to {@code min} at step {@code total}: PyTorch's CosineAnnealingLR. */
    static Schedule cosine(double lr, double min, int total) {
        positive("cosine: total", total);
        return step -> min + (lr - min) * falling((double) step / total);
    }

    /**
     * A straight line from 0 at step 0 to {@code lr} at step {@code warmup}, then half a cosine to 0 at step
     * {@code total}: Hugging Face's get_cosine_schedule_with_warmup. Beyond {@code total} it rises again, as there.
     */
    static Schedule warmupCosine(double lr, int warmup, int total) {
        between("warmupCosine", warmup, total);
        return step -> step < warmup
                ? lr * step / warmup
                : lr * falling((double) (step - warmup) / Math.max(1, total - warmup));
    }

    /**
     * A straight line through {@code lr (step + 1) / (warmup + 1)}, then half a cosine to {@code min} at step
     * {@code total}, which it keeps: nanoGPT's schedule.
     */
    static Schedule warmupCosine(double lr, double min, int warmup, int total) {
        between("warmupCosine", warmup, total);
        return step -> step < warmup
                ? lr * (step + 1) / (warmup + 1)
                : step < total ? min + (lr - min) * falling((double) (step - warmup) / (total - warmup)) : min;
    }

    /**
     * {@code dModel^-0.5 min(step^-0.5, step warmup^-1.5)}: "Attention Is All You Need", equation 3, called Noam. The
     * paper counts steps from 1; at step 0 the rate is 0.
     */
    static Schedule noam(int dModel, int warmup) {
        positive("noam: dModel", dModel);
        positive("noam: warmup", warmup);
        return step -> Math.pow(dModel, -0.5) * Math.min(Math.pow(step, -0.5), step * Math.pow(warmup, -1.5));
    }

    /** Half a cosine from 1 to 0, as progress goes from 0 to 1. */
    private static double falling(double progress) {
        return (1 + Math.cos(Math.PI * progress)) / 2;
    }

    private static void positive(String what, int steps) {
        if (steps <= 0) {
            throw new IllegalArgumentException(what + " " + steps + " is not positive");
        }
    }

    private static void between(String what, int warmup, int total) {
        if (warmup < 0 || warmup > total) {
            throw new IllegalArgumentException(what + ": warmup " + warmup + " is not between 0 and total " + total);
        }
    }
}
