package spotlight.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import spotlight.gradebook.GradebookOptions;
import spotlight.gradebook.Shards;

/** {@code ./lab grades merge}: one gradebook from the parts of several machines. */
@Command(name = "merge", mixinStandardHelpOptions = true, usageHelpWidth = 100, header = "Put the parts of a class together.", description = {
        "",
        "PART is a folder that ./lab grade --shard has written. The gradebook is the same, byte for byte, as if one",
        "machine had graded all. Two parts that disagree about a student are an error, and nothing is written.",
        ""}, footer = {"", "Example:", "  ./lab grade class -o part1 --shard 1/2     on one machine",
                "  ./lab grade class -o part2 --shard 2/2     on another",
                "  ./lab grades merge part1 part2 -o grades"})
final class GradesMergeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PART", arity = "1..*", description = "The folders of the parts.")
    private List<Path> parts = new ArrayList<>();

    @Option(names = {"-o", "--out"}, paramLabel = "OUT", required = true, description = "Where the whole goes.")
    private Path out;

    @Mixin
    private GradebookFlags flags = new GradebookFlags();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        GradebookOptions options = GradesCommand.understood(() -> flags.over(new Shards(parts, out).merge()));
        GradesCommand.write(out, options, spec);
        return 0;
    }
}
