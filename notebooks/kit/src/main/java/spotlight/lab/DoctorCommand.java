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
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import spotlight.grader.sandbox.Confinement;

/** {@code ./lab doctor}: one line for each thing the course needs, and the fix where one is due. */
@Command(name = "doctor", mixinStandardHelpOptions = true, usageHelpWidth = 100, header = "Check this machine and "
        + "print the fix for each finding.", description = {"",
                "Looks at the JDK, Maven, the vector module, Python, Jupyter, memory, the folder, the port, fonts and what",
                "confines hand-ins while they are graded, then starts the Java kernel and runs a cell. Ends with 0 if",
                "the course works here, with 1 if something FAILs.",
                ""})
final class DoctorCommand implements Callable<Integer> {

    private static final String CELL = "{\"cells\":[{\"cell_type\":\"code\",\"execution_count\":null,\"id\":\"one\","
            + "\"metadata\":{},\"outputs\":[],\"source\":[\"6 * 7\"]}],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":5}";

    @Mixin
    private KernelOption kernel = new KernelOption();

    private final PrintStream out = System.out;

    @Override
    public Integer call() {
        Home home = Home.find();
        Machine machine = new LocalMachine();
        List<Finding> findings = new ArrayList<>(new Doctor(home, machine).examine());
        findings.forEach(finding -> print(out, finding));
        for (Finding more : List.of(GradingFence.forLearning(Confinement.best(), machine.os()),
                kernel(home, machine))) {
            print(out, more);
            findings.add(more);
        }
        return exitCode(findings);
    }

    static int exitCode(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.status() == Finding.Status.FAIL) ? 1 : 0;
    }

    static void print(PrintStream out, Finding finding) {
        out.println(String.format(Locale.ROOT, "%-4s  %-8s %s", finding.status(), finding.check(), finding.found()));
        if (finding.status() != Finding.Status.OK) {
            out.println("      fix:     " + finding.fix());
        }
    }

    /** Starts the kernel as a notebook would and asks it for 6 * 7. */
    private Finding kernel(Home home, Machine machine) {
        Optional<Jupyter> jupyter = new PythonEnvironment(home, machine, Progress.silent()).ready();
        if (jupyter.isEmpty()) {
            return Finding.warn("Kernel", "not tried: it takes a Jupyter to talk to it",
                    "start ./lab once, then ask again");
        }
        KernelSpec spec = kernel.spec(home, machine, jupyter.get());
        try {
            spec.write();
            Path folder = Files.createTempDirectory("spotlight-doctor");
            Path notebook = Files.writeString(folder.resolve("doctor.ipynb"), CELL);
            Path runner = Files.writeString(home.lab().resolve("run_notebook.py"), Resources.text("run_notebook.py"));
            Path executed = folder.resolve("executed.ipynb");
            Map<String, String> env = Jupyter.environment(home, spec.searchPath(), "");
            ChapterRun.Result result = new ChapterRun(notebook, executed, Duration.ofSeconds(60),
                    new PrintStream(java.io.OutputStream.nullOutputStream())).run(machine, jupyter.get().python(),
                            runner,
                            env);
            return judge(spec, result, result.trouble().isEmpty() ? Notebook.read(executed) : null);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a small notebook to try the kernel with", e);
        }
    }

    private static Finding judge(KernelSpec spec, ChapterRun.Result result, Notebook executed) {
        String fix = "./lab doctor --kernel spotlight tries the built-in kernel; delete .lab and the target folders to "
                + "start afresh";
        if (executed == null) {
            return Finding.fail("Kernel", spec.title() + ": " + String.join("; ", result.trouble()), fix);
        }
        Map<String, String> outputs = Outputs.compared(executed.cells().get(0).outputs());
        return outputs.containsValue("42")
                ? Finding.ok("Kernel", String.format(Locale.ROOT, "%s started and ran a cell in %.1f s", spec.title(),
                        result.seconds()))
                : Finding.fail("Kernel", spec.title() + " gave " + outputs + " for 6 * 7", fix);
    }
}
