package spotlight.grader.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import spotlight.grader.Problem;
import spotlight.grader.batch.BatchOptions;
import spotlight.grader.batch.Fence;

/** The fence of the batch grader: the list of allowed classes, and what the operating system adds. */
public final class CourseFence implements Fence {
    /** Megabytes of a JVM besides its heap: code, classes, stacks. */
    private static final int BESIDES_HEAP = 512;
    private static final int TASKS = 200;

    private final AllowList list;
    private final Confinement confinement;

    /**
     * @param home        the course folder, whose stubs and tests have names that are taken
     * @param confinement what the operating system adds, usually {@link Confinement#best()}
     * @throws UncheckedIOException if the course folder cannot be read
     */
    public CourseFence(Path home, Confinement confinement) {
        Set<String> stubs = classes(home.resolve("exercises/src/main/java"));
        Set<String> taken = classes(home.resolve("exercises/src/test/java"));
        this.list = new AllowList(stubs, taken::contains);
        this.confinement = confinement;
    }

    @Override
    public List<Problem> check(Map<String, byte[]> classes, Map<String, String> sources) {
        return list.check(classes, sources);
    }

    @Override
    public List<String> confine(List<String> command, BatchOptions options, List<Path> readable) {
        int cpuSeconds = 60 * options.minutes() + 2 * options.seconds() + 60;
        return confinement.wrap(command, new Limits(cpuSeconds, TASKS, options.memory() + BESIDES_HEAP), readable);
    }

    @Override
    public String title() {
        return "list of allowed classes; " + confinement.title();
    }

    private static Set<String> classes(Path folder) {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.map(file -> folder.relativize(file).toString()).filter(path -> path.endsWith(".java"))
                    .forEach(path -> names.add(path.replaceFirst("\\.java$", "").replaceAll("[/\\\\]", ".")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
        }
        return names;
    }
}
