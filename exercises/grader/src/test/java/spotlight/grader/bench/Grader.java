package spotlight.grader.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import spotlight.grader.batch.Batch;
import spotlight.grader.batch.BatchListener;
import spotlight.grader.batch.BatchOptions;
import spotlight.grader.batch.SubmissionResult;
import spotlight.grader.handin.Intake;
import spotlight.grader.handin.Submissions;
import spotlight.grader.sandbox.Confinement;
import spotlight.grader.sandbox.CourseFence;

/** The grader as a program of its own, to be measured and killed: {@code ./lab grade} without its command line. */
public final class Grader {
    private Grader() {
    }

    /** Starts it. @param only exercises and chapters; empty for all */
    static Process start(Path home, Path submissions, Path out, List<String> only, File log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules", "jdk.incubator.vector", "-Xmx256m", "-Dspotlight.root=" + home, "-cp",
                System.getProperty("java.class.path"), Grader.class.getName(), home.toString(), submissions.toString(),
                out.toString()));
        command.addAll(only);
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    }

    /** @param args course folder, submissions, where results go, then what to grade */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(args[0]);
        BatchOptions options = BatchOptions.standard(2).withLimits(20, 512, 10)
                .withOnly(List.of(args).subList(3, args.length));
        Batch batch = new Batch(home, Path.of(args[2]), options, new CourseFence(home, Confinement.best()),
                Intake::open);
        int points = 0;
        int rows = 0;
        for (SubmissionResult result : batch.run(Submissions.find(Path.of(args[1])), BatchListener.silent())) {
            points += result.points();
            rows++;
        }
        System.out.println(rows + " rows, " + points + " points");
        System.exit(0);
    }
}
