package spotlight.task;

import java.nio.file.Files;
import java.nio.file.Path;
import spotlight.data.DataFolder;
import spotlight.file.ModelFileException;

/**
 * Trained models, found by the name of their task: those that {@code ./lab train} has written, and if there are none,
 * they are trained now.
 *
 * <pre>{@code
 * Card card = Trained.load("stories");
 * card.result().scores();     // what it reached
 * card.model("gpt").weights() // what it learned
 * }</pre>
 */
public final class Trained {
    /** The system property that names another folder for all trained models. */
    static final String PROPERTY = "spotlight.trained";

    private Trained() {
    }

    /**
     * What the full training of a task with seed 0 gives. If it was done before, its files are read; else it is done
     * now, with a line of progress, and the next call finds it.
     *
     * @throws IllegalArgumentException if there is no such task
     */
    public static Card load(String task) {
        return load(Tasks.named(task), Run.full(0).report(Report.rewriting(System.out)), folder());
    }

    /** The same for any task, training and place. */
    static Card load(Task task, Run run, Path trained) {
        Path folder = trained.resolve(run.label(task));
        if (Files.exists(folder.resolve(CardJson.FILE))) {
            try {
                return Card.read(folder);
            } catch (ModelFileException e) {
                run.say("training " + task.name() + " again: " + e.getMessage());
            }
        } else {
            run.say(String.format("training %s: %s (once, about %d s)", task.name(), task.title(), task.seconds()));
        }
        return train(task, run, trained);
    }

    /**
     * Trains now, or goes on with what was interrupted, and writes card and models to {@code trained/LABEL}.
     *
     * @param trained the folder for all trained models
     * @throws Stopped if {@link Run#stop} was called meanwhile
     */
    public static Card train(Task task, Run run, Path trained) {
        Path folder = trained.resolve(run.label(task));
        Path checkpoints = checkpoints(folder);
        Card card = run.checkpoints(checkpoints).perform(task);
        card.write(folder);
        Checkpoints.delete(checkpoints);
        return card;
    }

    /** Forgets the checkpoints of an interrupted training, so that the next begins at its first step. */
    public static void forget(Task task, Run run, Path trained) {
        Checkpoints.delete(checkpoints(trained.resolve(run.label(task))));
    }

    private static Path checkpoints(Path folder) {
        return folder.resolve("checkpoints");
    }

    /** Where trained models are: {@code -Dspotlight.trained=FOLDER}, else {@code .lab/trained} in the course's folder. */
    public static Path folder() {
        String named = System.getProperty(PROPERTY, "");
        return named.isEmpty() ? DataFolder.find().resolveSibling(".lab").resolve("trained") : Path.of(named);
    }
}
