package spotlight.lab;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import spotlight.grader.CheckRunner;
import spotlight.grader.ExerciseFiles;
import spotlight.grader.Standing;
import spotlight.grader.StandingReader;

/** {@code ./lab progress}: how far the learner has come. */
@Command(name = "progress", mixinStandardHelpOptions = true, usageHelpWidth = 100, header = "Show how far you have come.", description = {
        "", "Checks the exercises as they are saved, and prints points by chapter, and how many exercises are done,",
        "tried and untouched. What has not changed since the last time is not checked again.", ""})
final class ProgressCommand implements Callable<Integer> {

    @Option(names = "--each", description = "A line for each exercise, too.")
    private boolean each;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path home = Home.find().root();
        PrintWriter out = spec.commandLine().getOut();
        CheckRunner runner = new CheckRunner(home);
        try {
            int total = ExerciseFiles.all(home).size();
            Progress progress = Progress.onTerminal();
            Standing standing = progress.step("Exercises", news -> read(new StandingReader(home, runner),
                    done -> news.accept(done + " of " + total)), all -> total + " known");
            out.print(standing.text(each));
            out.flush();
            return 0;
        } finally {
            runner.close();
        }
    }

    private static Standing read(StandingReader reader, IntConsumer told) {
        try {
            return reader.read(told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
