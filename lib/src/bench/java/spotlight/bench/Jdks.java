package spotlight.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The JDKs to measure: those given by -Dbench.jdk17 and -Dbench.jdk25, the running one, those in folders beside it. */
final class Jdks {
    private final List<Path> homes = new ArrayList<>();

    Jdks() throws IOException {
        Stream.of("bench.jdk17", "bench.jdk25").map(p -> Options.text(p, "")).filter(p -> !p.isEmpty()).map(Path::of)
                .forEach(homes::add);
        Path running = Path.of(System.getProperty("java.home"));
        homes.add(running);
        try (Stream<Path> beside = Files.list(running.toAbsolutePath().getParent())) {
            beside.sorted().forEach(homes::add);
        }
    }

    /** The first home whose Java has this feature version. */
    Optional<Path> find(int feature) {
        return homes.stream()
                .filter(home -> version(home).startsWith(feature + ".") || version(home).equals("" + feature))
                .filter(home -> Files.isExecutable(home.resolve("bin/java"))).findFirst();
    }

    /** The version that the JDK says of itself, for instance 25.0.1; empty if this is none. */
    static String version(Path home) {
        Properties release = new Properties();
        try (var in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            return "";
        }
        return release.getProperty("JAVA_VERSION", "").replace("\"", "");
    }
}
