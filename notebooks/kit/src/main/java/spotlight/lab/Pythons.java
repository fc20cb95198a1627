package spotlight.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The Python interpreters on this machine. */
final class Pythons {

    // imports for good: a package whose C library is missing is found by find_spec and does not work
    private static final String PROBE = "import nbclient, nbformat, importlib.util as u, importlib.metadata as m, sys\n"
            + "front = [name for name in ('jupyterlab', 'notebook') if u.find_spec(name)]\n"
            + "print(front[0], m.version(front[0])) if front else sys.exit(3)";

    private final Machine machine;

    Pythons(Machine machine) {
        this.machine = machine;
    }

    /** A Python on this machine that has Jupyter and nbclient: that of the jupyter command, or any on PATH. */
    Optional<Jupyter> withJupyter() {
        Stream<Path> beside = Stream.of("jupyter-lab", "jupyter-notebook", "jupyter").flatMap(
                name -> machine.programs(name).stream()).map(Pythons::interpreter).flatMap(Optional::stream);
        return Stream.concat(beside, all()).distinct().map(python -> probe(python, false))
                .flatMap(Optional::stream).findFirst();
    }

    /** What this Python offers of Jupyter; empty if it cannot run notebooks. */
    Optional<Jupyter> probe(Path python, boolean isPrivate) {
        Machine.Outcome found = machine.run(Duration.ofSeconds(60), python.toString(), "-c", PROBE);
        String[] words = found.lastLine().split(" ");
        return found.ok() && words.length == 2
                ? Optional.of(new Jupyter(python, isPrivate, words[0], words[1]))
                : Optional.empty();
    }

    /** The interpreter in the first line of a Python program such as {@code jupyter}. */
    private static Optional<Path> interpreter(Path program) {
        try (Stream<String> lines = Files.lines(program, StandardCharsets.ISO_8859_1)) {
            return lines.findFirst().filter(line -> line.startsWith("#!/") && !line.contains("/env "))
                    .map(line -> Path.of(line.substring(2).strip().split(" ")[0])).filter(Files::isExecutable);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The Python to make an environment with.
     *
     * @throws Trouble if there is none, or only old ones
     */
    Path base() {
        Trouble reason = new Trouble("there is no Python on PATH; JupyterLab needs Python 3.9 or newer",
                Fixes.PYTHON.on(machine.os()));
        for (Path python : all().toList()) {
            Machine.Outcome version = machine.run(Duration.ofSeconds(60), python.toString(), "-c",
                    "import sys; print('%d.%d' % sys.version_info[:2])");
            if (version.ok() && atLeast39(version.output())) {
                return python;
            }
            if (version.ok()) {
                reason = new Trouble(
                        "Python " + version.output() + " in " + python + " is too old; JupyterLab needs 3.9 or newer",
                        Fixes.PYTHON.on(machine.os()));
            }
        }
        throw reason;
    }

    /** Every Python on PATH, the one a shell would start first. */
    Stream<Path> all() {
        return Stream.of("python3", "python").flatMap(name -> machine.programs(name).stream()).distinct();
    }

    /** True for 3.9 and later, the oldest Python that our pins know. */
    static boolean atLeast39(String version) {
        String[] parts = version.strip().split("\\.");
        return parts.length >= 2 && parts[0].equals("3") && parts[1].matches("\\d+") && Integer.parseInt(parts[1]) >= 9;
    }
}
