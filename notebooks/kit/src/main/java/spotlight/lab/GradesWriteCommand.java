package spotlight.lab;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import spotlight.gradebook.GradebookOptions;

/** {@code ./lab grades write}: the gradebook again, from results that are there. */
@Command(name = "write", mixinStandardHelpOptions = true, usageHelpWidth = 100, header = "Write the gradebook again.", description = {
        "",
        "From the results in OUT; nothing is run. Options that are not given stay as they were (OUT/gradebook.json).",
        "",
        "  grades.csv, grades.json   points by exercise and chapter, lateness, final points, remarks",
        "  class.html                what needs a look, how the class did, everyone",
        "  feedback/ID.html          a page for each student",
        "  moodle.csv                for an assignment's \"Upload grading worksheet\" (Moodle in English); tick",
        "                            \"Allow updating records that have been modified more recently\" there",
        "  canvas.csv                for the gradebook's \"Import\"",
        "  log.txt                   what went wrong where, a line each", ""}, footer = {"", "Examples:",
                "  ./lab grades write OUT",
                "  ./lab grades write OUT --deadline 2026-12-01T23:59+01:00 --grace 10 --late \"10 %% a day\"",
                "  ./lab grades write OUT --out-of 100",
                "  ./lab grades write OUT --anonymous", "", "OUT/overrides.csv, for instance:",
                "  id,exercise,points,reason",
                "  s01,2.3,4,\"right, but printed too much\""})
final class GradesWriteCommand implements Callable<Integer> {

    @Parameters(paramLabel = "OUT", description = "The folder that ./lab grade wrote to.")
    private Path out;

    @Mixin
    private GradebookFlags flags = new GradebookFlags();

    @Option(names = "--exam", negatable = true, description = "No hints on the feedback pages.")
    private Optional<Boolean> exam = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        GradesCommand.store(out);
        GradebookOptions options = GradesCommand.understood(() -> flags.options(out));
        GradesCommand.write(out, options.withExam(exam.orElse(options.exam())), spec);
        return 0;
    }
}
