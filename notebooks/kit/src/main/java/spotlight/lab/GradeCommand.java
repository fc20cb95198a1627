package spotlight.lab;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import spotlight.grader.batch.Batch;
import spotlight.grader.batch.BatchOptions;
import spotlight.grader.batch.Fence;
import spotlight.grader.batch.GradingException;
import spotlight.grader.batch.Shard;
import spotlight.grader.batch.SubmissionResult;
import spotlight.grader.handin.Submission;

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
                "  ./lab grade downloads.zip -o grades           a class, all exercises",
                "  ./lab grade week3 -o week3-out --only ch03    one chapter",
                "  ./lab grade exam -o exam-out --tests hidden --seed 7 --exam --seconds 5",
                "  ./lab grade class -o part2 --shard 2/4        the second of four machines' parts"})
final class GradeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SUBMISSIONS", description = "The folder that holds them.")
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

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter print = spec.commandLine().getOut();
        BatchOptions options;
        try {
            options = new BatchOptions(jobs, only, seconds, memory, minutes, Optional.ofNullable(tests), seed, exam,
                    Shard.of(shard));
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
        List<Submission> found = PlainFolders.find(submissions);
        GradeProgress progress = new GradeProgress(System.err, Terminal.rewritable());
        try {
            Iterable<SubmissionResult> results = new Batch(Home.find().root(), out, options, Fence.none(),
                    PlainFolders::open).run(found, progress);
            progress.ends();
            int count = 0;
            for (SubmissionResult result : results) {
                count++;
                if (count <= 20) {
                    print.println(result.submission().id() + " " + result.points() + " of " + result.max());
                }
            }
            print.flush();
        } catch (GradingException e) {
            throw new Trouble(e.getMessage(), e.fix());
        }
        return 0;
    }
}
