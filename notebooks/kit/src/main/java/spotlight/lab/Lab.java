package spotlight.lab;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher's front door: {@code ./lab} and its commands. */
@Command(name = "lab", mixinStandardHelpOptions = true, usageHelpWidth = 100, version = "Spotlight 1.0", subcommands = {
        RunCommand.class}, header = "Spotlight: Transformers from scratch, in Java.", synopsisSubcommandLabel = "[COMMAND]")
public final class Lab implements Callable<Integer> {

    /** Runs a command and ends with its exit code: 0 all well, 1 something failed, 2 not understood. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        CommandLine line = new CommandLine(new Lab());
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            if (problem instanceof Trouble trouble) {
                System.err.println(trouble.report());
                return 1;
            }
            throw problem;
        });
        return line.execute(args);
    }

    @Override
    public Integer call() {
        return 0;
    }
}
