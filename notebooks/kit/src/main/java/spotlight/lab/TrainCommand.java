package spotlight.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import spotlight.task.Run;
import spotlight.task.Task;
import spotlight.task.Tasks;
import spotlight.task.Trained;
import spotlight.tensor.Workers;

/** {@code ./lab train}: trains the models of the course and shows what they reach beside what they are compared with. */
@Command(name = "train", mixinStandardHelpOptions = true, usageHelpWidth = 100, header = "Train the models of the course and measure them.", description = {
        "",
        "Prints loss, speed and time left, then every score beside its goal and its baselines. The model",
        "(safetensors) and the expected-result card (card.md, loss.svg) go to .lab/trained/NAME, where the",
        "notebooks find them.", "",
        "The state of a training is kept every 20 seconds. What was interrupted (Ctrl-C, a power cut) goes on",
        "where it was when the same command is given again, and ends in the same numbers to the bit; what was",
        "finished is trained anew. The same seed and number of threads give the same result, each time on the",
        "same machine and Java.", "",
        "Ends with 0 if all goals were reached, 3 if a goal was missed (not with --quick, which has no goals),",
        "1 if something failed, 2 if the command was not understood, 130 after Ctrl-C.", ""}, footer = {"", "Examples:",
                "  ./lab train --list            what can be trained, and how long it takes",
                "  ./lab train stories           one model, some minutes",
                "  ./lab train --all --record    everything; the scores go to lib/RESULTS.md"})
final class TrainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "What to train, see --list.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--list", description = "Print what can be trained, and about how many minutes it takes.")
    private boolean list;

    @Option(names = "--all", description = "Train everything.")
    private boolean all;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Of all random choices (default: "
            + "${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "" + Run.THREADS, description = "How many share the "
            + "work (default: ${DEFAULT-VALUE} on every machine, so that everybody's numbers agree).")
    private int threads = Run.THREADS;

    @Option(names = "--quick", description = "A far smaller training, to see that everything works.")
    private boolean quick;

    @Option(names = "--fresh", description = "Begin at the first step even if an interrupted training could go on.")
    private boolean fresh;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where to put the results (default: .lab/trained).")
    private Path out;

    @Option(names = "--record", description = "Also write the scores into lib/RESULTS.md; without NAME or --all, those "
            + "of the cards that are in the folder already.")
    private boolean record;

    @Spec
    private CommandSpec spec;

    private final List<Task> tasks;

    TrainCommand() {
        this(Tasks.all());
    }

    TrainCommand(List<Task> tasks) {
        this.tasks = tasks;
    }

    @Override
    public Integer call() {
        if (list) {
            tasks.forEach(task -> spec.commandLine().getOut().println(line(task)));
            return 0;
        }
        List<Task> chosen;
        try {
            chosen = chosen();
        } catch (Trouble notUnderstood) {
            spec.commandLine().getErr().println(notUnderstood.report());
            return 2;
        }
        if (!ComputingJvm.here() && !chosen.isEmpty()) {
            return ComputingJvm.start(Home.find(), spec.commandLine().getParent().getParseResult().originalArgs());
        }
        Path folder = out == null ? Trained.folder() : out;
        TrainingSession session = new TrainingSession(ComputingJvm.output(), folder, fresh, Terminal.rewritable());
        int exit = session.train(chosen, () -> run());
        if (record) {
            new ResultsPage(Home.find()).record(tasks,
                    chosen.isEmpty() ? session.cardsOf(tasks, run()) : session.cards());
        }
        return exit;
    }

    private Run run() {
        return (quick ? Run.quick(seed) : Run.full(seed)).threads(threads);
    }

    private static String line(Task task) {
        return String.format(Locale.ROOT, "%-12s %4.1f min  %s", task.name(), task.seconds() / 60.0, task.title());
    }

    /** What to train; empty if only the cards there are shall be recorded. */
    private List<Task> chosen() {
        if (threads < 1 || threads > Workers.MOST) {
            throw new Trouble("--threads " + threads + ": a number from 1 to " + Workers.MOST + " is needed",
                    "leave --threads away, unless the same numbers as everybody's are not needed");
        }
        if (record && quick) {
            throw new Trouble("--record with --quick: a quick training has nothing worth recording",
                    "leave one of them away");
        }
        if (all) {
            return tasks;
        }
        if (names.isEmpty() && !record) {
            throw new Trouble("nothing to train", "name a task (./lab train --list shows them) or give --all");
        }
        try {
            return names.stream().distinct().map(name -> Tasks.named(name, tasks)).toList();
        } catch (IllegalArgumentException unknown) {
            throw new Trouble(unknown.getMessage(), "./lab train --list shows what each of them is");
        }
    }
}
