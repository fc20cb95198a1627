package spotlight.notebook;

import java.nio.file.Path;
import java.util.function.Function;

import spotlight.chart.Chart;
import spotlight.grader.CheckResult;
import spotlight.grader.CheckRunner;
import spotlight.grader.CheckRunner.CompiledStub;
import spotlight.grader.Diagnosis;
import spotlight.grader.ExerciseFiles;
import spotlight.grader.Home;
import spotlight.grader.IsolatedLoader;
import spotlight.grader.Standing;
import spotlight.grader.StandingReader;
import spotlight.grader.TimeLimit;

/**
 * Checks and draws the learner's own code from a notebook, as it is saved in {@code exercises/}, without a restart of
 * the kernel.
 */
public final class Exercises {
    private static final long DRAW_MILLIS = 10_000;
    private static Exercises here;

    private final Path home;
    private final CheckRunner runner;
    private final long drawMillis;

    Exercises(Path home, CheckRunner runner, long drawMillis) {
        this.home = home;
        this.runner = runner;
        this.drawMillis = drawMillis;
        runner.start();
    }

    /**
     * Compiles the stub as saved, runs its test in another JVM and shows the points, what failed and why.
     *
     * @param number for instance {@code "2.1"}
     */
    public static void check(String number) {
        ExercisesView view = here().checked(number);
        Show.html(view.html(), view.plain());
    }

    /**
     * Shows a chart that is made with the learner's own code, or, while there is none, a line that says what to do.
     *
     * @param number  for instance {@code "2.3"}
     * @param drawing makes the chart, for instance
     *                {@code learner -> Chart.heatmap(learner.tensor("weights", q, k)).title("your attention")}
     */
    public static void draw(String number, Function<Learner, ? extends Chart> drawing) {
        try {
            here().drawn(number, drawing).show();
        } catch (LearnerException instead) {
            Show.text(instead.getMessage());
        }
    }

    /** Shows how far the learner has come: points by chapter, and which exercises are done, tried and untouched. */
    public static void progress() {
        Exercises exercises = here();
        try {
            Standing standing = exercises.standing();
            Show.html(StandingView.html(standing), standing.text(false));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            Show.text("The check was stopped.");
        }
    }

    private static synchronized Exercises here() {
        if (here == null) {
            here = new Exercises(Home.get(), new CheckRunner(Home.get()), DRAW_MILLIS);
        }
        return here;
    }

    Standing standing() throws InterruptedException {
        int total = ExerciseFiles.all(home).size();
        Live live = Show.live();
        return new StandingReader(home, runner)
                .read(done -> live.update(done + " of " + total + " exercises are checked"));
    }

    ExercisesView checked(String number) {
        try {
            CheckResult result = runner.check(number);
            return new ExercisesView(runner.files(number), result);
        } catch (IllegalArgumentException unknown) {
            return ExercisesView.message(unknown.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExercisesView.message("The check was stopped.");
        }
    }

    /** @throws LearnerException with the line to show instead of a chart */
    <C extends Chart> C drawn(String number, Function<Learner, C> drawing) {
        CompiledStub stub = compiled(number);
        String title = stub.files().title();
        if (!stub.problems().isEmpty()) {
            throw new LearnerException("Exercise " + title + " does not compile: " + stub.problems().get(0).text());
        }
        try {
            Learner learner = new Learner(stub.files().className(),
                    new IsolatedLoader(stub.classes(), Exercises.class.getClassLoader()));
            return new TimeLimit(drawMillis).call(title, () -> drawing.apply(learner), stuck -> {
                String late = Diagnosis.timedOut("Exercise " + title, drawMillis, stuck);
                return new LearnerException(stuck.running()
                        ? late + ". It is still running: restart the kernel to end it"
                        : late);
            });
        } catch (LearnerException known) {
            throw known;
        } catch (Throwable thrown) {
            throw Diagnosis.notAttempted(thrown).isPresent()
                    ? new LearnerException(
                            "Exercise " + title + " is not attempted yet: write " + stub.files().stubPath()
                                    + ", save it and run this cell again to see yours here.")
                    : new LearnerException("Exercise " + title + ": " + Diagnosis.of(thrown));
        }
    }

    private CompiledStub compiled(String number) {
        try {
            return runner.compile(number);
        } catch (IllegalArgumentException unknown) {
            throw new LearnerException(unknown.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LearnerException("The drawing was stopped.");
        }
    }
}
