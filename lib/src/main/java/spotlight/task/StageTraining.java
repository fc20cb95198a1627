package spotlight.task;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import spotlight.file.ModelFileException;
import spotlight.model.Weights;
import spotlight.train.Optimizer;
import spotlight.train.Schedule;
import spotlight.train.Trainer;

/** Trains one stage of a run: goes on from its checkpoint if there is one, and writes new ones on the way. */
final class StageTraining {
    private static final double NANOS = 1e9;

    private final Run run;
    private final String stage;
    private final Weights weights;
    private final Optimizer optimizer;
    private final Optional<Checkpoints> checkpoints;
    private Map<String, String> conditions = Map.of();
    private float[] losses = {};
    private double secondsBefore; // of the steps that an earlier process took
    private long started;
    private long saved;

    StageTraining(Run run, String stage, Weights weights, Optimizer optimizer) {
        this.run = run;
        this.stage = stage;
        this.weights = weights;
        this.optimizer = optimizer;
        checkpoints = run.checkpointFolder().map(folder -> new Checkpoints(folder, stage));
    }

    /** Trains, or goes on, or finds that all is done. */
    Stage train(Schedule schedule, double clip, int steps, Trainer.Gradients gradients) {
        if (checkpoints.isPresent()) {
            conditions = Conditions.of(run, weights, optimizer, schedule, clip, steps);
        }
        started = System.nanoTime();
        saved = started;
        losses = new float[steps];
        int from = goOn(steps);
        new Trainer(optimizer).schedule(schedule).clip(clip).report(progress -> run.report().progress(stage, progress))
                .train(from, steps, step -> {
                    if (step > from) {
                        between(step);
                    }
                    losses[step] = gradients.compute(step);
                    return losses[step];
                });
        if (from < steps) {
            save(steps);
        }
        return new Stage(stage, losses, seconds());
    }

    /** How long earlier processes have trained this stage. */
    double secondsBefore() {
        return secondsBefore;
    }

    /** Restores the last checkpoint, and says how many steps are done; 0 if there is none for this training. */
    private int goOn(int steps) {
        Optional<Checkpoint> last = checkpoints
                .flatMap(all -> all.last(problem -> run.say("not usable: " + problem)));
        if (last.isEmpty()) {
            return 0;
        }
        Checkpoint checkpoint = last.get();
        String others = checkpoint.differencesTo(conditions);
        if (!others.isEmpty()) {
            run.say(stage + ": starting anew, as the checkpoint of step " + checkpoint.step() + " was made with other "
                    + others);
            return 0;
        }
        weights.load(checkpoint.weights());
        optimizer.restore(checkpoint.optimizer());
        System.arraycopy(checkpoint.losses(), 0, losses, 0, checkpoint.step());
        secondsBefore = checkpoint.seconds();
        run.say(stage + (checkpoint.step() == steps
                ? ": all " + steps + " steps were done before"
                : ": going on after step " + checkpoint.step() + " of " + steps));
        return checkpoint.step();
    }

    /** Before a step everything is as the step before has left it. */
    private void between(int step) {
        boolean stop = run.stopping();
        boolean due = System.nanoTime() - saved >= run.checkpointSeconds() * NANOS;
        if (stop || due) {
            save(step);
        }
        if (stop) {
            throw new Stopped(stage, step, losses.length, checkpoints.isPresent());
        }
    }

    private void save(int step) {
        saved = System.nanoTime();
        checkpoints.ifPresent(all -> {
            try {
                all.save(new Checkpoint(step, weights.tensors(), optimizer.state(), Arrays.copyOf(losses, step),
                        seconds(), conditions));
            } catch (ModelFileException e) { // a full disk is no reason to lose the training as well
                run.say("no checkpoint: " + e.getMessage());
            }
        });
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - started) / NANOS;
    }
}
