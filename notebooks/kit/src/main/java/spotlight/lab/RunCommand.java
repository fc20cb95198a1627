package spotlight.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./lab run}: executes chapters without a browser and compares what they print with what is committed. */
@Command(name = "run", mixinStandardHelpOptions = true, usageHelpWidth = 100, header = "Execute chapters without a browser, cell by cell.", description = {
        "",
        "Each chapter runs from a clean kernel. The command fails (exit code 1) if a cell fails, if an output differs from",
        "the committed one, or if a chapter takes longer than its budget. Numbers in a cell tagged 'within-0.05' may differ",
        "by 0.05, absolute or relative, as those of trainings do. Not compared are cells tagged 'varies' and, without",
        "--untouched, cells tagged 'exercise', whose outputs follow your own answers.",
        "Executed copies and a report go to target/notebooks.", ""}, footer = {"", "Examples:",
                "  ./lab run                    every chapter",
                "  ./lab run 02 03              chapters 02 and 03",
                "  ./lab run --save 02          chapter 02, its outputs written back into notebooks/",
                "  ./lab run --untouched        every chapter, check cells included, as CI does",
                "  ./lab run --kernel ijava=ijava-1.3.0.jar 05"})
final class RunCommand implements Callable<Integer> {

    private static final int BUDGET = 120; // seconds of a chapter without a tag of its own

    @Parameters(paramLabel = "CHAPTER", description = "Number (02), name (02-spotlight) or file; default: all.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--save", description = "Write the outputs back into the notebooks instead of comparing them.")
    private boolean save;

    @Option(names = "--untouched", description = "Nobody has edited an exercise here (a fresh clone, CI): compare the "
            + "check cells too.")
    private boolean untouched;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "120", description = "Longest time for one "
            + "cell (default: ${DEFAULT-VALUE}, or the budget of the chapter if that is longer).")
    private int timeout;

    @Option(names = "--budget", paramLabel = "SECONDS", description = "Longest time for one chapter, unless "
            + "the machine was busy with other work (default: 120, or what the chapter itself asks for).")
    private int budget;

    @Mixin
    private KernelOption kernel = new KernelOption();

    private final PrintStream out = System.out;
    private final Machine machine = new LocalMachine();

    @Override
    public Integer call() {
        Home home = Home.find();
        List<Path> chapters = new Chapters(home).find(names);
        Jupyter jupyter = new PythonEnvironment(home, machine, Progress.onTerminal()).ensure();
        KernelSpec spec = kernel.spec(home, machine, jupyter);
        spec.write();
        Map<String, String> env = Jupyter.environment(home, spec.searchPath(), machine.env("JUPYTER_PATH").orElse(""));
        Path target = home.target().resolve("notebooks");
        Path runner = home.lab().resolve("run_notebook.py");
        try {
            Files.createDirectories(target);
            Files.writeString(runner, Resources.text("run_notebook.py"));
        } catch (IOException e) {
            throw new Trouble("cannot write in " + home.root(), Fixes.readOnly(home.root()));
        }
        List<String> report = new ArrayList<>();
        boolean good = true;
        for (Path chapter : chapters) {
            Path executed = target.resolve(chapter.getFileName());
            out.println(chapter.getFileName());
            ChapterRun.Result result = run(chapter, executed, jupyter, runner, env);
            List<String> trouble = new ArrayList<>(result.trouble());
            if (trouble.isEmpty()) {
                trouble.addAll(conclude(chapter, executed));
            }
            int limit = budget(chapter);
            if (result.tooLong(limit)) {
                trouble.add(result.time(limit));
            }
            good &= trouble.isEmpty();
            report.add(summary(result, trouble));
            if (result.seconds() > limit && !result.tooLong(limit)) {
                report.add("    " + result.time(limit));
            }
            trouble.forEach(line -> report.add("    " + line));
        }
        return finish(target, report, good);
    }

    private int budget(Path chapter) {
        return budget > 0 ? budget : (int) Notebook.read(chapter).budget().orElse(BUDGET);
    }

    private ChapterRun.Result run(Path chapter, Path executed, Jupyter jupyter, Path runner, Map<String, String> env) {
        Duration limit = Duration.ofSeconds(Math.max(timeout, budget(chapter)));
        ChapterRun.Result first = new ChapterRun(chapter, executed, limit, out).run(machine, jupyter.python(), runner,
                env);
        if (!first.startAgain()) {
            return first;
        }
        out.println("    trying once more");
        return new ChapterRun(chapter, executed, limit, out).run(machine, jupyter.python(), runner, env);
    }

    /** Saves or compares. */
    private List<String> conclude(Path chapter, Path executed) {
        Notebook now = Notebook.read(executed);
        if (!save) {
            List<String> drift = Drift.between(Notebook.read(chapter), now, untouched);
            return drift.isEmpty() ? drift : plus(drift, "if this is meant: ./lab run --save " + chapter.getFileName());
        }
        try {
            Files.writeString(chapter, now.keepingEqualOutputsOf(Notebook.read(chapter)).canonical());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + chapter, e);
        }
        return List.of();
    }

    private static List<String> plus(List<String> lines, String last) {
        List<String> all = new ArrayList<>(lines);
        all.add(last);
        return all;
    }

    private String summary(ChapterRun.Result result, List<String> trouble) {
        return String.format(Locale.ROOT, "%-6s %-34s %6.1f s", trouble.isEmpty() ? save ? "saved" : "ok" : "FAILED",
                result.chapter(), result.seconds());
    }

    private int finish(Path target, List<String> report, boolean good) {
        out.println();
        report.forEach(out::println);
        try {
            Files.write(target.resolve("report.txt"), report);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report", e);
        }
        return good ? 0 : 1;
    }
}
