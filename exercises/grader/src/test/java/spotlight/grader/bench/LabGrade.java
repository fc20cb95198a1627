package spotlight.grader.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code ./lab grade} as an instructor starts it, to be measured and killed. */
final class LabGrade {
    private final Path home;
    private final Path submissions;
    private final List<String> only;
    private final File log;

    /**
     * @param home course folder
     * @param only exercises and chapters; empty for all
     * @param log  where what it prints goes
     */
    LabGrade(Path home, Path submissions, List<String> only, File log) {
        this.home = home;
        this.submissions = submissions;
        this.only = only;
        this.log = log;
    }

    /** Starts it, two submissions at a time. @param out where results and gradebook go */
    Process start(Path out) throws IOException {
        List<String> command = new ArrayList<>(List.of(home.resolve("lab").toString(), "grade",
                submissions.toString(), "-o", out.toString(), "--jobs", "2"));
        if (!only.isEmpty()) {
            command.addAll(List.of("--only", String.join(",", only)));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    /** Runs it to its end. @throws IllegalStateException if it fails */
    void finish(Path out) throws IOException, InterruptedException {
        checkEnd(start(out));
    }

    /** @throws IllegalStateException if it fails */
    void checkEnd(Process grader) throws IOException, InterruptedException {
        if (grader.waitFor() != 0) {
            throw new IllegalStateException("./lab grade failed: " + Files.readString(log.toPath()));
        }
    }

    /** The line that begins so. */
    String line(String regex) throws IOException {
        return Files.readString(log.toPath()).lines().map(String::strip).filter(line -> line.matches(regex))
                .reduce("", (before, last) -> last);
    }

    /** Each file of results and gradebook, as it is; not what is kept for the next run. */
    static Map<String, String> gradebook(Path out) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(out)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                String name = out.relativize(file).toString();
                if (!name.startsWith(".work")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }
}
