package spotlight.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import spotlight.gradebook.SimilarPairs;

/**
 * JPlag, on demand: Maven fetches it into its own repository, it runs in a JVM of its own, and nothing of it
 * (GPL-3.0) is ever on
 * the launcher's class path.
 */
final class JPlagRun {
    private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath";

    private final Machine machine;
    private final Path folder;

    /** @param folder for the class path file and the sources that are run; deleting it is always safe */
    JPlagRun(Machine machine, Path folder) {
        this.machine = machine;
        this.folder = folder;
    }

    /** Makes sure that JPlag is on this machine. @throws Trouble if Maven is missing or cannot fetch it */
    String prepare() {
        Path classpath = folder.resolve("classpath");
        try {
            Files.createDirectories(folder);
            if (!complete(classpath)) {
                Path pom = Files.writeString(folder.resolve("pom.xml"), Resources.text("similarity/pom.xml"));
                Path maven = machine.programs("mvn").stream().findFirst().orElseThrow(() -> new Trouble(
                        "Maven (mvn) is not on PATH, and JPlag comes by it", "./lab doctor knows how to install it"));
                Machine.Outcome outcome = machine.run(Duration.ofMinutes(10), maven.toString(), "-q", "-B", "-f",
                        pom.toString(), PLUGIN, "-Dmdep.outputFile=" + classpath);
                if (!outcome.ok() || !complete(classpath)) {
                    throw new Trouble("Maven could not fetch JPlag: " + outcome.lastLine(),
                            "connect to the internet and run the command again; this is needed once");
                }
            }
            Files.writeString(folder.resolve("Compare.java"), Resources.text("similarity/Compare.java"));
            return "JPlag 4.3.0 (GPL-3.0)";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write in " + folder, e);
        }
    }

    /**
     * Compares.
     *
     * @param handIns a folder for each hand-in, named by its id
     * @param base    what everyone was given
     * @param report  where JPlag's own report goes, ends in {@code .zip}
     */
    SimilarPairs compare(Path handIns, Path base, Path report) {
        Path pairs = folder.resolve("pairs");
        try {
            Files.deleteIfExists(pairs);
            Files.deleteIfExists(report); // JPlag would add a number to the name
            // Sources nested as deep as a hostile hand-in can be need a deep stack; without one they are left out, too.
            Machine.Outcome outcome = machine.run(Duration.ofHours(2), Map.of(), line -> {
            }, List.of(KernelSpec.javaProgram().toString(), "-Xss256m", "-Dfile.encoding=UTF-8", "-cp",
                    Files.readString(folder.resolve("classpath")).strip(), folder.resolve("Compare.java").toString(),
                    handIns.toString(), base.toString(), report.toString().replaceFirst("\\.zip$", ""),
                    pairs.toString()));
            if (!outcome.ok()) {
                throw new Trouble("JPlag could not compare the hand-ins: " + outcome.output().lines()
                        .filter(line -> line.contains("xception")).findFirst().orElse(outcome.lastLine()),
                        "it needs at least two hand-ins with some code in them");
            }
            return SimilarPairs.parse(Files.readAllLines(pairs));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write in " + folder, e);
        }
    }

    private static boolean complete(Path classpath) throws IOException {
        return Files.exists(classpath) && Stream.of(Files.readString(classpath).strip().split(File.pathSeparator))
                .allMatch(jar -> Files.exists(Path.of(jar)));
    }
}
