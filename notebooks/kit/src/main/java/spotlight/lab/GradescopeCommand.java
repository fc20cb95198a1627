package spotlight.lab;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import spotlight.grader.batch.ResultStore;
import spotlight.grader.batch.SubmissionResult;
import spotlight.gradebook.Gradescope;

/** {@code ./lab gradescope}: the last step of the Gradescope autograder in {@code exercises/deploy/gradescope}. */
@Command(name = "gradescope", mixinStandardHelpOptions = true, usageHelpWidth = 100, header = "Write Gradescope's results.json from the results of one submission.", description = {
        "", "OUT is what ./lab grade made of a folder with one submission. The autograder in",
        "exercises/deploy/gradescope calls this; there is a script that packs it for Gradescope.", ""})
final class GradescopeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "OUT", description = "The folder with the results.")
    private Path out;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", required = true, description = "The file to write.")
    private Path file;

    @Option(names = "--show", paramLabel = "WHEN", defaultValue = "visible", description = "When students see the tests: "
            + "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Gradescope.Shown shown;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Iterator<SubmissionResult> results = new ResultStore(out).all().iterator();
        if (!results.hasNext()) {
            throw new Trouble(out + " has no results", "./lab grade FOLDER -o " + out + " makes them");
        }
        SubmissionResult result = results.next();
        if (results.hasNext()) {
            throw new Trouble(out + " has results of several submissions", "grade the one that Gradescope asks for");
        }
        new Gradescope(shown).write(file, result);
        spec.commandLine().getOut().println(result.points() + " of " + result.max() + " points");
        spec.commandLine().getOut().flush();
        return 0;
    }
}
