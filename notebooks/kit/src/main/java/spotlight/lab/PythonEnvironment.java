package spotlight.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The Python side: a private environment with pinned JupyterLab in {@code .lab/venv}, or, where pip reaches no package
 * index, a Jupyter that is already on the machine.
 *
 * <p>
 * {@code .lab/ready.properties} is written last and says what the environment was made from. Without it, or with
 * another content, the environment is half made, stale or moved, and is made anew.
 */
final class PythonEnvironment {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Home home;
    private final Machine machine;
    private final Progress progress;
    private final Pythons pythons;

    PythonEnvironment(Home home, Machine machine, Progress progress) {
        this.home = home;
        this.machine = machine;
        this.progress = progress;
        this.pythons = new Pythons(machine);
    }

    /**
     * The Jupyter to use, made now if need be.
     *
     * @throws Trouble if there is no Python, or neither pip nor the machine has a Jupyter
     */
    Jupyter ensure() {
        Optional<Jupyter> ready = ready();
        return ready.isPresent() ? ready.get() : makeAlone();
    }

    /** Two launchers started together must not make the same environment at once: the second waits for the first. */
    private Jupyter makeAlone() {
        try {
            Files.createDirectories(home.lab());
            try (FileChannel channel = FileChannel.open(home.lab().resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                if (channel.tryLock() == null) {
                    progress.line("Another ./lab is making the Python environment: waiting for it");
                    channel.lock();
                }
                Optional<Jupyter> ready = ready();
                return ready.isPresent() ? ready.get() : make();
            }
        } catch (IOException e) {
            throw new Trouble("cannot write in " + home.root(), Fixes.readOnly(home.root()));
        }
    }

    /** What an earlier start has made ready; empty if nothing, or if it no longer fits. */
    Optional<Jupyter> ready() {
        Properties facts = new Properties();
        try (InputStream in = Files.newInputStream(marker())) {
            facts.load(in);
        } catch (IOException | IllegalArgumentException absent) {
            return Optional.empty();
        }
        boolean fits = Objects.equals(facts.getProperty("pins"), pins())
                && Objects.equals(facts.getProperty("root"), home.root().toString())
                && Stream.of("python", "module", "version").allMatch(facts::containsKey)
                && Files.isExecutable(Path.of(facts.getProperty("python")));
        return fits
                ? Optional.of(new Jupyter(Path.of(facts.getProperty("python")),
                        Boolean.parseBoolean(facts.getProperty("private")), facts.getProperty("module"),
                        facts.getProperty("version")))
                : Optional.empty();
    }

    private Jupyter make() throws IOException {
        Files.deleteIfExists(marker());
        if (Files.exists(home.venv())) {
            progress.line("The Python environment in .lab is half made or out of date: making it anew");
            delete(home.venv());
        }
        Path base = pythons.base();
        try {
            Jupyter made = progress.step("Python environment with JupyterLab (the first time only, 240 MB)",
                    news -> install(base, news), Jupyter::title);
            return remember(made);
        } catch (Trouble offline) {
            delete(home.venv());
            Optional<Jupyter> found = pythons.withJupyter();
            Jupyter jupyter = found.orElseThrow(() -> offline);
            progress.line(offline.getMessage());
            progress.line("Using the Jupyter on this machine instead: " + jupyter.title() + ", " + jupyter.python());
            return remember(jupyter);
        }
    }

    private Jupyter install(Path base, Consumer<String> news) {
        news.accept("venv");
        Machine.Outcome venv = machine.run(PATIENCE, Map.of(), line -> {
        }, List.of(base.toString(), "-m", "venv", home.venv().toString()));
        if (!venv.ok()) {
            throw new Trouble("Python cannot make an environment: " + venv.lastLine(),
                    Fixes.VENV.on(machine.os()));
        }
        Path pins = write("requirements.txt", pins());
        Map<String, String> env = new LinkedHashMap<>();
        if (machine.env("PIP_RETRIES").isEmpty()) {
            env.put("PIP_RETRIES", "2"); // pip's own 5 keep an offline learner waiting for minutes
        }
        env.put("PIP_DISABLE_PIP_VERSION_CHECK", "1");
        Machine.Outcome pip = machine.run(PATIENCE, env, line -> news.accept(shorten(line)),
                List.of(venvPython().toString(), "-m", "pip", "install", "--no-input", "-r", pins.toString()));
        if (!pip.ok()) {
            write("pip.log", pip.output());
            throw new Trouble("pip could not install JupyterLab: " + pip.lastLine(),
                    Fixes.offline(machine.os()));
        }
        return pythons.probe(venvPython(), true).orElseThrow(() -> new Trouble(
                "the new Python environment has no working JupyterLab", "delete .lab and start ./lab again"));
    }

    private Path venvPython() {
        return machine.os() == Os.WINDOWS
                ? home.venv().resolve("Scripts/python.exe")
                : home.venv().resolve("bin/python");
    }

    private Jupyter remember(Jupyter jupyter) {
        Properties facts = new Properties();
        facts.setProperty("pins", pins());
        facts.setProperty("root", home.root().toString());
        facts.setProperty("python", jupyter.python().toString());
        facts.setProperty("private", Boolean.toString(jupyter.isPrivate()));
        facts.setProperty("module", jupyter.module());
        facts.setProperty("version", jupyter.version());
        java.io.StringWriter text = new java.io.StringWriter();
        try {
            facts.store(text, "Written last: the environment is complete");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write("ready.properties", text.toString());
        return jupyter;
    }

    private Path marker() {
        return home.lab().resolve("ready.properties");
    }

    private Path write(String name, String text) {
        Path file = home.lab().resolve(name);
        Path fresh = home.lab().resolve(name + ".new");
        try {
            Files.writeString(fresh, text);
            return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String pins() {
        return Resources.text("requirements.txt");
    }

    private static String shorten(String line) {
        String text = line.strip().replaceAll("\\(from .*", "").replaceAll("(Processing|Downloading) \\S*/", "$1 ");
        return text.matches("(Collecting|Downloading|Processing|Building|Installing).*")
                ? text.substring(0, Math.min(text.length(), 60))
                : "";
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
