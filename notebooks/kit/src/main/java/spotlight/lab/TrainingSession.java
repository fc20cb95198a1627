package spotlight.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import spotlight.chart.Chart;
import spotlight.chart.LineChart;
import spotlight.task.Card;
import spotlight.task.Curve;
import spotlight.task.Report;
import spotlight.task.Run;
import spotlight.task.Stage;
import spotlight.task.Stopped;
import spotlight.task.Task;
import spotlight.task.Trained;

/** Trains one task after the other, tells about it, and keeps what comes out. */
final class TrainingSession {
    static final int GOAL_MISSED = 3;
    static final int INTERRUPTED = 130;

    private static final int SECONDS_TO_STOP = 9; // then the launcher, which waits for us, loses its patience

    private final PrintStream out;
    private final Path folder;
    private final boolean fresh;
    private final Report report;
    private final List<Card> cards = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Run current;

    /**
     * @param folder for all trained models
     * @param fresh  whether interrupted trainings begin anew
     */
    TrainingSession(PrintStream out, Path folder, boolean fresh, boolean rewritable) {
        this.out = out;
        this.folder = folder;
        this.fresh = fresh;
        report = rewritable ? Report.rewriting(out) : Report.lines(out);
    }

    /** What came out, task by task. */
    List<Card> cards() {
        return List.copyOf(cards);
    }

    /** Trains them all, also after one that failed; returns the exit code of the launcher. */
    int train(List<Task> tasks, Supplier<Run> run) {
        Thread hook = new Thread(this::stop, "checkpoint");
        Runtime.getRuntime().addShutdownHook(hook);
        int exit = 0;
        try {
            for (Task task : tasks) {
                exit = worse(exit, train(task, run.get()));
                if (exit == INTERRUPTED) {
                    break;
                }
            }
        } finally {
            ended.countDown();
            Reaper.forget(hook);
        }
        return exit;
    }

    /** Asked to end, by Ctrl-C or otherwise: leaves a checkpoint first. */
    private void stop() {
        Run running = current;
        if (running != null && running.stop()) {
            try {
                ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static int worse(int a, int b) {
        List<Integer> order = List.of(0, GOAL_MISSED, 1, INTERRUPTED);
        return order.indexOf(a) > order.indexOf(b) ? a : b;
    }

    private int train(Task task, Run run) {
        out.println(task.name() + ": " + task.title());
        current = run.report(report);
        if (fresh) {
            Trained.forget(task, run, folder);
        }
        try {
            Card card = Trained.train(task, run, folder);
            cards.add(card);
            out.print(ScoreTable.of(card));
            charts(card, folder.resolve(run.label(task)));
            out.println("  card and model: " + folder.resolve(run.label(task)));
            out.println();
            return card.quick() || card.result().reached() ? 0 : GOAL_MISSED;
        } catch (Stopped stopped) {
            report.line("");
            report.line("  " + stopped.getMessage());
            return INTERRUPTED;
        } catch (RuntimeException failed) {
            report.line("");
            report.line(new Trouble(task.name() + ": " + what(failed),
                    "change what is said above, then train again with --fresh; the last checkpoint is in "
                            + folder.resolve(run.label(task)).resolve("checkpoints"))
                    .report());
            return 1;
        } finally {
            current = null;
        }
    }

    private static String what(RuntimeException failed) {
        return failed.getMessage() == null ? failed.toString() : failed.getMessage();
    }

    /** The cards that earlier sessions have left; tasks that were never trained have none. */
    List<Card> cardsOf(List<Task> tasks, Run run) {
        return tasks.stream().map(task -> folder.resolve(run.label(task)))
                .filter(each -> Files.exists(each.resolve("card.json"))).map(Card::read).toList();
    }

    /** Pictures for people; where there are no fonts at all, the curves of the card have to do. */
    private static void charts(Card card, Path to) {
        try {
            LineChart loss = Chart.lines().title("loss").xTitle("step").yTitle("loss");
            for (Stage stage : card.stages()) {
                double[] losses = new double[stage.losses().length];
                for (int i = 0; i < losses.length; i++) {
                    losses[i] = stage.losses()[i];
                }
                loss.series(stage.name(), losses);
            }
            Files.writeString(to.resolve("loss.svg"), loss.svg());
            if (!card.result().curves().isEmpty()) {
                LineChart curves = Chart.lines().title(card.task());
                for (Curve curve : card.result().curves()) {
                    curves.series(curve.name(), curve.x(), curve.y());
                }
                Files.writeString(to.resolve("curves.svg"), curves.svg());
            }
        } catch (IOException | RuntimeException | LinkageError | InternalError noPicture) {
            // the numbers are written already
        }
    }
}
