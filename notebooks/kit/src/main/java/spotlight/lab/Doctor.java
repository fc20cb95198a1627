package spotlight.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Examines this machine: everything the course needs, each finding with the fix for this operating system. */
public final class Doctor {

    private static final long GIB = 1L << 30;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Home home;
    private final Machine machine;

    /** A doctor for the machine this program runs on. */
    public Doctor() {
        this(Home.find(), new LocalMachine());
    }

    Doctor(Home home, Machine machine) {
        this.home = home;
        this.machine = machine;
    }

    /** All findings but the kernel's, which only {@code ./lab doctor} starts; takes about a second. */
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(jdk());
        findings.add(maven());
        findings.add(vector());
        findings.add(python());
        findings.add(jupyter());
        findings.add(memory());
        findings.add(folder());
        findings.add(port());
        findings.add(fonts());
        return findings;
    }

    /** The findings in one line. */
    static String summary(List<Finding> findings) {
        List<String> bad = findings.stream().filter(finding -> finding.status() != Finding.Status.OK)
                .map(finding -> finding.check() + " " + finding.status()).toList();
        return bad.isEmpty() ? "all well" : String.join(", ", bad) + ", see ./lab doctor";
    }

    private Finding jdk() {
        Machine.Java java = machine.java();
        String found = "Java " + java.version() + " (" + java.vendor() + "), " + java.home();
        if (java.feature() < 17) {
            return Finding.fail("JDK", found + " is too old, 17 or newer is needed", Fixes.JDK.on(machine.os()));
        }
        return java.compiler()
                ? Finding.ok("JDK", found)
                : Finding.fail("JDK", found + " has no compiler: a JRE, not a JDK", Fixes.JDK.on(machine.os()));
    }

    private Finding maven() {
        List<Path> found = machine.programs("mvn");
        return found.isEmpty()
                ? Finding.fail("Maven", "mvn is not on PATH", Fixes.MAVEN.on(machine.os()))
                : Finding.ok("Maven", found.get(0).toString());
    }

    private Finding vector() {
        OptionalInt bits = machine.vectorBits();
        return bits.isPresent()
                ? Finding.ok("Vector", "jdk.incubator.vector, " + bits.getAsInt() + " bits wide")
                : Finding.warn("Vector", "this JDK has no module jdk.incubator.vector: plain loops run instead, slower",
                        Fixes.JDK.on(machine.os()));
    }

    private Finding python() {
        Optional<Path> python = new Pythons(machine).all().findFirst();
        if (python.isEmpty()) {
            return Finding.fail("Python", "not on PATH; JupyterLab needs Python 3.9 or newer",
                    Fixes.PYTHON.on(machine.os()));
        }
        Machine.Outcome outcome = machine.run(LIMIT, python.get().toString(), "-c", "import sys, importlib.util as u\n"
                + "print('%d.%d' % sys.version_info[:2], all(map(u.find_spec, ('venv', 'ensurepip'))))");
        String[] words = outcome.output().strip().split(" ");
        if (!outcome.ok() || words.length != 2) {
            return Finding.fail("Python", python.get() + " does not start: " + outcome.output(),
                    Fixes.PYTHON.on(machine.os()));
        }
        String found = "Python " + words[0] + ", " + python.get();
        if (!Pythons.atLeast39(words[0])) {
            return Finding.fail("Python", found + " is too old, 3.9 or newer is needed", Fixes.PYTHON.on(machine.os()));
        }
        return words[1].equals("True")
                ? Finding.ok("Python", found)
                : Finding.fail("Python", found + " has no venv module", Fixes.VENV.on(machine.os()));
    }

    private Finding jupyter() {
        Optional<Jupyter> ready = new PythonEnvironment(home, machine, Progress.silent()).ready();
        if (ready.isEmpty()) {
            return Finding.warn("Jupyter", "not there yet: the first ./lab installs it in .lab/ (240 MB)",
                    "./lab, or on a machine without internet: " + Fixes.JUPYTER.on(machine.os()));
        }
        String found = ready.get().title() + ", " + ready.get().python();
        return ready.get().isPrivate()
                ? Finding.ok("Jupyter", found)
                : Finding.warn("Jupyter", found + " (this machine's own: pip reached no package index)",
                        "with an internet connection: delete .lab and start ./lab again");
    }

    private Finding memory() {
        long bytes = machine.memory();
        String found = String.format(java.util.Locale.ROOT, "%.1f GB", (double) bytes / GIB);
        String fix = "close other programs, or use a machine with 4 GB or more";
        if (bytes < 2 * GIB) {
            return Finding.fail("Memory", found + ", 2 GB are needed", fix);
        }
        // a machine sold with 4 GB reports a little less
        return bytes < 3.5 * GIB
                ? Finding.warn("Memory", found + ", 4 GB are better", fix)
                : Finding.ok("Memory", found);
    }

    private Finding folder() {
        Path root = home.root();
        if (!Files.isWritable(root) || Files.exists(home.lab()) && !Files.isWritable(home.lab())) {
            return Finding.fail("Folder", "cannot write in " + root, Fixes.readOnly(root));
        }
        double free = (double) root.toFile().getUsableSpace() / GIB;
        String found = String.format(java.util.Locale.ROOT, "%s, %.1f GB free", root, free);
        return free >= 1
                ? Finding.ok("Folder", found)
                : Finding.warn("Folder", found, "make room: JupyterLab and the libraries take about 0.5 GB");
    }

    private Finding port() {
        if (machine.free(Ports.USUAL)) {
            return Finding.ok("Port", Ports.USUAL + " is free");
        }
        return Finding.warn("Port", Ports.USUAL + " is in use: ./lab takes the next free one",
                "nothing to do, or name one yourself: ./lab --port 9999");
    }

    private Finding fonts() {
        String fix = Fixes.FONTS.on(machine.os());
        return switch (machine.fonts()) {
            case ALL -> Finding.ok("Fonts", "charts can be drawn, Chinese labels too");
            case BUNDLED -> Finding.ok("Fonts",
                    "charts can be drawn with the course's own font; for other Chinese words in your own charts: "
                            + fix);
            case NONE -> Finding.fail("Fonts", "Java cannot draw text here: a font library is missing", fix);
        };
    }
}
