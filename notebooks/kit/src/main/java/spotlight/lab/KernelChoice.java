package spotlight.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Which Java kernel runs the notebooks.
 *
 * @param kind the kernel
 * @param jar the jar of a kernel that is not ours; empty for ours, and for JJava when pip installs it
 */
record KernelChoice(Kind kind, Optional<Path> jar) {

    /** The kernels the course runs on. */
    enum Kind {
        SPOTLIGHT("Java"), IJAVA("Java (IJava)"), JJAVA("Java (JJava)");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** What JupyterLab shows in its corner. */
        String title() {
            return title;
        }

        /** The name on the command line, also of its folder under {@code .lab/kernels}. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final KernelChoice SPOTLIGHT = new KernelChoice(Kind.SPOTLIGHT, Optional.empty());

    /**
     * Reads {@code spotlight}, {@code ijava=PATH.jar}, {@code jjava} or {@code jjava=PATH.jar}.
     *
     * @throws Trouble if it is none of them, or the jar is not there
     */
    static KernelChoice parse(String text) {
        String[] parts = text.split("=", 2);
        Optional<Path> jar = parts.length == 2 ? Optional.of(Path.of(parts[1]).toAbsolutePath()) : Optional.empty();
        KernelChoice choice = switch (parts[0]) {
            case "spotlight" -> SPOTLIGHT;
            case "ijava" -> new KernelChoice(Kind.IJAVA, jar);
            case "jjava" -> new KernelChoice(Kind.JJAVA, jar);
            default -> throw new Trouble("--kernel " + text + ": there is no kernel " + parts[0],
                    "use --kernel spotlight, --kernel ijava=PATH.jar, --kernel jjava or --kernel jjava=PATH.jar");
        };
        if (choice.kind == Kind.IJAVA && jar.isEmpty()) {
            throw new Trouble("--kernel ijava: IJava comes as a release archive, so its jar must be named",
                    "unpack ijava-1.3.0.zip and start ./lab --kernel ijava=…/java/ijava-1.3.0.jar");
        }
        if (choice.jar.isPresent() && !Files.isRegularFile(choice.jar.get())) {
            throw new Trouble("--kernel " + text + ": there is no file " + choice.jar.get(),
                    "give the path of the kernel's jar, for example --kernel ijava=java/ijava-1.3.0.jar");
        }
        return choice;
    }

    /**
     * This choice with its jar found: {@code jjava} alone means the JJava that pip installs, into our environment if
     * it is private, else the one beside the machine's Jupyter.
     *
     * @throws Trouble if there is none
     */
    KernelChoice located(Machine machine, Jupyter jupyter) {
        if (kind != Kind.JJAVA || jar.isPresent()) {
            return this;
        }
        String python = jupyter.python().toString();
        Optional<Path> found = installed(machine, python);
        if (found.isEmpty() && jupyter.isPrivate()) {
            machine.run(Duration.ofMinutes(5), python, "-m", "pip", "install", "--no-input", "jjava");
            found = installed(machine, python);
        }
        return new KernelChoice(kind, Optional.of(found.orElseThrow(() -> new Trouble(
                "--kernel jjava: JJava is not installed and pip could not fetch it",
                "download jjava.jar from https://github.com/dflib/jjava/releases and name it: --kernel jjava=PATH.jar"))));
    }

    private static Optional<Path> installed(Machine machine, String python) {
        Machine.Outcome found = machine.run(Duration.ofMinutes(1), python, "-c",
                "import glob, os, sys; print(*glob.glob(os.path.join(sys.prefix, 'share/jupyter/kernels/*/jjava*.jar')))");
        return found.ok() && !found.output().isBlank()
                ? Optional.of(Path.of(found.output().strip()))
                : Optional.empty();
    }
}
