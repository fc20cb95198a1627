package spotlight.task;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import spotlight.data.DataFolder;
import spotlight.model.Weights;
import spotlight.tensor.Workers;
import spotlight.train.Optimizer;
import spotlight.train.Schedule;
import spotlight.train.Trainer;

/**
 * What a training is given: its seed, its data, its threads, and the loop that trains.
 *
 * <pre>{@code
 * Card card = Run.full(0).report(Report.lines(System.out)).perform(Tasks.named("copy"));
 * Card small = Run.quick(0).perform(Tasks.named("copy")); // silent, for a test
 * }</pre>
 */
public final class Run {
    /** How many threads share the work unless said otherwise: on every machine the same, as results depend on it. */
    public static final int THREADS = 2;

    private static final double NANOS = 1e9;
    private static final double CHECKPOINT_SECONDS = 20;

    private final long seed;
    private final boolean quick;
    private int threads = THREADS;
    private Report report = Report.silent();
    private Optional<Path> checkpoints = Optional.empty();
    private double checkpointSeconds;
    private String dataSum = "";
    private final List<Stage> stages = new ArrayList<>();
    private double secondsBefore; // of work that an earlier, interrupted run did
    private volatile boolean stopping;
    private volatile boolean training;

    private Run(long seed, boolean quick) {
        this.seed = seed;
        this.quick = quick;
    }

    /** The training as it is meant. */
    public static Run full(long seed) {
        return new Run(seed, false);
    }

    /** A far smaller training for tests: the same code, a small model, few steps. */
    public static Run quick(long seed) {
        return new Run(seed, true);
    }

    /** With another number of threads; the numbers are then rounded in another order. */
    public Run threads(int count) {
        threads = count;
        return this;
    }

    /** Who hears how it goes; nobody, if not said. */
    public Run report(Report listener) {
        report = listener;
        return this;
    }

    /**
     * What this training of a task is called, apart from those with another seed or another number of threads:
     * {@code stories}, {@code stories-quick}, {@code stories-seed1-threads4}.
     */
    public String label(Task task) {
        return task.name() + (quick ? "-quick" : "") + (seed == 0 ? "" : "-seed" + seed)
                + (threads == THREADS ? "" : "-threads" + threads);
    }

    /**
     * Keeps the state of training in this folder every 20 seconds and at the end of each stage; a run that finds such
     * checkpoints of the same training there goes on from the last one. Nothing is kept if not said.
     */
    public Run checkpoints(Path folder) {
        return checkpoints(folder, CHECKPOINT_SECONDS);
    }

    Run checkpoints(Path folder, double everySeconds) {
        checkpoints = Optional.of(folder);
        checkpointSeconds = everySeconds;
        return this;
    }

    /**
     * Does all of it: data, training, scores.
     *
     * @throws Stopped if {@link #stop} was called meanwhile
     */
    public Card perform(Task task) {
        stages.clear();
        secondsBefore = 0;
        long start = System.nanoTime();
        try (Workers.Scope scope = Workers.use(threads)) {
            Result result = task.run(this);
            double seconds = secondsBefore + (System.nanoTime() - start) / NANOS;
            return new Card(task.name(), task.title(), result, seed, threads, quick, seconds, stages, today(),
                    Computer.describe());
        }
    }

    /**
     * Asks from another thread to stop: training ends before its next step, with a checkpoint if they are kept.
     *
     * @return whether it is training just now; if not, the last checkpoint has all there is to keep
     */
    public boolean stop() {
        stopping = true;
        return training;
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    // ---- for the task

    /** What all random choices begin with. */
    public long seed() {
        return seed;
    }

    /** Whether a far smaller training is wanted: the same code, a small model, few steps. */
    public boolean quick() {
        return quick;
    }

    /** The folder {@code data} of the course. */
    public Path data() {
        return DataFolder.find();
    }

    /** Random numbers that depend on the seed, on what they are for and on an index, for instance the step. */
    public SplittableRandom random(String what, long index) {
        return new SplittableRandom(new SplittableRandom(seed * 31 + what.hashCode()).nextLong() + index);
    }

    /** Tells a line of progress. */
    public void say(String line) {
        report.line(line);
    }

    /**
     * Trains, with a line of progress a second. Batches must be functions of the seed and the step only, so that a
     * training that was interrupted goes on as if nothing had happened.
     *
     * @param stage     what is trained; no two stages of a run share a name
     * @param weights   the model's
     * @param optimizer for the parameters among them
     * @param schedule  the learning rate of each step
     * @param clip      the greatest length of the gradient, {@link spotlight.train.Clip#globalNorm}
     * @param steps     how many times the parameters are changed
     * @param gradients of each step, the first being 0
     * @return the loss of each step, before its change of the parameters
     * @throws IllegalStateException if a loss or a gradient is infinite or NaN; that step is not taken
     */
    public float[] train(String stage, Weights weights, Optimizer optimizer, Schedule schedule, double clip, int steps,
            Trainer.Gradients gradients) {
        if (stages.stream().anyMatch(earlier -> earlier.name().equals(stage))) {
            throw new IllegalArgumentException("train: a second stage \"" + stage + "\", names must differ");
        }
        StageTraining loop = new StageTraining(this, stage, weights, optimizer);
        training = true;
        try {
            Stage done = loop.train(schedule, clip, steps, gradients);
            stages.add(done);
            secondsBefore += loop.secondsBefore();
            return done.losses();
        } finally {
            training = false;
        }
    }

    // ---- for the stages

    int threads() {
        return threads;
    }

    Report report() {
        return report;
    }

    Optional<Path> checkpointFolder() {
        return checkpoints;
    }

    double checkpointSeconds() {
        return checkpointSeconds;
    }

    boolean stopping() {
        return stopping;
    }

    /** A sum over all data, which is other once any of them has changed. */
    String dataSum() {
        if (dataSum.isEmpty()) {
            dataSum = Conditions.files(data());
        }
        return dataSum;
    }
}
