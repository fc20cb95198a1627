package spotlight.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import spotlight.gradebook.Gradebook;
import spotlight.gradebook.GradebookOptions;
import spotlight.grader.batch.Batch;
import spotlight.grader.batch.BatchOptions;
import spotlight.grader.batch.GradingException;
import spotlight.grader.batch.Shard;
import spotlight.grader.batch.SubmissionResult;
import spotlight.grader.handin.Intake;
import spotlight.grader.handin.Submission;
import spotlight.grader.handin.Submissions;
import spotlight.grader.sandbox.Confinement;
import spotlight.grader.sandbox.CourseFence;

/** {@code ./lab grade}: grades a class. */
@Command(name = "grade", mixinStandardHelpOptions = true, usageHelpWidth = 100, header = "Grade the submissions of a class.", description = {
        "",
        "SUBMISSIONS holds one folder, zip or clone for each student, as they are or as Moodle or Canvas packs",
        "them. Only the stub files are taken; tests come from this clone of the course, which should be as it",
        "was given to the class. Each submission runs in a JVM of its own, within limits.", "",
        "Each result is on disk (OUT/results) before the next begins. After Ctrl-C, a power cut or a later",
        "submission the same command goes on: what has not changed is not graded again. The same input gives",
        "the same grades, whatever the machine is busy with and however many --jobs there are.", "",
        "Ends with 0 if every submission was graded, whatever the points; 1 if something was in the way, 2 if",
        "the command was not understood, 130 after Ctrl-C.", ""}, footer = {"", "Examples:",
                "  ./lab grade downloads.zip -o grades          a class, all exercises",
                "  ./lab grade week3 -o week3-out --only ch03   one chapter",
                "  ./lab grade exam -o exam-out --tests hidden --seed 7 --exam",
                "  ./lab grade class -o part2 --shard 2/4       what the second of four machines does"})
final class GradeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SUBMISSIONS", description = "The folder or zip that holds them.")
    private Path submissions;

    @Option(names = {"-o", "--out"}, paramLabel = "OUT", required = true, description = "Where results go.")
    private Path out;

    @Option(names = "--jobs", paramLabel = "N", description = "How many submissions at a time (default: one for each "
            + "core).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--only", paramLabel = "WHAT", split = ",", description = "Exercises and chapters to grade, for "
            + "instance 2.1,ch03 (default: all).")
    private List<String> only = new ArrayList<>();

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "20", description = "Processor time for one exercise "
            + "(default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--memory", paramLabel = "MB", defaultValue = "512", description = "Heap of the JVM that runs a "
            + "submission (default: ${DEFAULT-VALUE}).")
    private int memory;

    @Option(names = "--minutes", paramLabel = "M", defaultValue = "10", description = "Processor time for all exercises "
            + "of a submission; the rest is not run (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(names = "--tests", paramLabel = "FOLDER", description = "Tests of your own: ch02/OneWeightTest.java takes "
            + "the place of the kit's, a test of another name adds its points to the exercise it names.")
    private Path tests;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Of inputs that tests draw with "
            + "Variation.random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--exam", description = "No hints in the results.")
    private boolean exam;

    @Option(names = "--shard", paramLabel = "I/N", defaultValue = "1/1", description = "Grade only the I-th of N equal "
            + "parts; ./lab grades merge puts them together.")
    private String shard;

    @Option(names = "--fresh", description = "Grade everything again, even what has not changed.")
    private boolean fresh;

    @Mixin
    private GradebookFlags flags = new GradebookFlags();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        BatchOptions options;
        List<Submission> found;
        List<String> strays;
        try {
            options = options();
            found = Submissions.find(submissions);
            strays = Submissions.strays(submissions);
            if (found.isEmpty()) {
                throw new IllegalArgumentException(submissions + ": there is no submission in it");
            }
        } catch (IllegalArgumentException notUnderstood) {
            return refuse(notUnderstood.getMessage(), "./lab grade --help shows how it is meant");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + submissions, e);
        }
        GradeProgress progress = new GradeProgress(System.err, Terminal.rewritable());
        strays.forEach(progress::remark);
        try {
            return grade(options, found, progress);
        } catch (GradingException inTheWay) {
            throw new Trouble(inTheWay.getMessage(), inTheWay.fix());
        } catch (IllegalArgumentException notUnderstood) {
            return refuse(notUnderstood.getMessage(), "./lab grade --help shows how it is meant");
        }
    }

    private int grade(BatchOptions options, List<Submission> found, GradeProgress progress)
            throws InterruptedException {
        Path home = Home.find().root();
        GradebookOptions book = GradesCommand.understood(() -> flags.options(out)); // before the long work
        Confinement confinement = Confinement.best();
        if (!confinement.isolates()) {
            progress.remark(confinement.says());
        }
        Batch batch = new Batch(home, out, options, new CourseFence(home, confinement), Intake::open);
        Iterable<SubmissionResult> results = batch.run(found, fresh, progress);
        progress.ends();
        progress.prepares("writing the gradebook");
        boolean part = options.shard().of() > 1;
        GradesCommand.understood(
                () -> new Gradebook(home, book.withExam(exam).withShard(part)).write(out, results));
        PrintWriter print = spec.commandLine().getOut();
        progress.done();
        GradeSummary.of(results).lines().forEach(print::println);
        print.println("Gradebook: " + out.resolve("class.html") + ", " + out.resolve("grades.csv"));
        print.flush();
        return 0;
    }

    private BatchOptions options() {
        atLeast("--jobs", jobs, 1);
        atLeast("--seconds", seconds, 1);
        atLeast("--memory", memory, 32);
        atLeast("--minutes", minutes, 1);
        return new BatchOptions(jobs, only, seconds, memory, minutes, Optional.ofNullable(tests), seed, exam,
                Shard.of(shard));
    }

    private static void atLeast(String option, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(option + " " + value + ": at least " + least + " is needed");
        }
    }

    private int refuse(String problem, String fix) {
        spec.commandLine().getErr().println(new Trouble(problem, fix).report());
        return 2;
    }
}
