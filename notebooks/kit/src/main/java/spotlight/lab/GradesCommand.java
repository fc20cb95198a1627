package spotlight.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import spotlight.grader.batch.ResultStore;
import spotlight.gradebook.Gradebook;
import spotlight.gradebook.GradebookException;
import spotlight.gradebook.GradebookOptions;

/** {@code ./lab grades}: what can be done with results once there are some. */
@Command(name = "grades", mixinStandardHelpOptions = true, usageHelpWidth = 100, subcommands = {
        GradesWriteCommand.class,
        GradesShowCommand.class, GradesMergeCommand.class,
        GradesSimilarCommand.class}, header = "Work with the grades of a class.", description = {"",
                "./lab grade makes results and a first gradebook in a folder OUT. These commands write the gradebook",
                "again after you changed overrides.csv, points.csv or the late rule, show it, put the parts of",
                "several machines together, and look for similar hand-ins. None of them runs a student's code.",
                ""}, footer = {"", "Examples:",
                        "  ./lab grades show OUT                        the table in the terminal",
                        "  ./lab grades write OUT                       again, after overrides.csv has changed",
                        "  ./lab grades merge part1 part2 -o OUT        one gradebook from two machines",
                        "  ./lab grades similar SUBMISSIONS -o OUT      who handed in nearly the same"})
final class GradesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 2;
    }

    /** Writes the gradebook from the results in a folder and says where to look first. Returns how many were graded. */
    static int write(Path out, GradebookOptions options, CommandSpec spec) {
        ResultStore store = store(out);
        List<String> log = understood(() -> new Gradebook(Home.find().root(), options).write(out, store.all()));
        int count = store.ids().size();
        spec.commandLine().getOut().println(count + (count == 1 ? " student" : " students") + "; "
                + (log.isEmpty() ? "nothing went wrong" : log.size() + " lines in log.txt"));
        spec.commandLine().getOut().println("open " + out.resolve("class.html").toAbsolutePath().normalize());
        spec.commandLine().getOut().flush();
        return count;
    }

    /** The results in a folder. @throws Trouble if there are none */
    static ResultStore store(Path out) {
        if (!Files.isDirectory(out.resolve("results"))) {
            throw new Trouble(out + " has no results", "./lab grade SUBMISSIONS -o " + out + " makes them");
        }
        return new ResultStore(out);
    }

    /** What the gradebook cannot understand is the user's to mend. */
    static <T> T understood(Supplier<T> action) {
        try {
            return action.get();
        } catch (GradebookException e) {
            throw new Trouble(e.getMessage(), "mend that and run the command again; no file has been changed");
        }
    }
}
