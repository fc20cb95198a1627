package spotlight.grader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the course is on this machine. */
public final class Home {
    private Home() {
    }

    /**
     * The top folder of the course: the system property {@code spotlight.root}, or the environment variable
     * {@code SPOTLIGHT_HOME}, or the nearest folder above the working directory that has {@code exercises} and
     * {@code pom.xml}.
     *
     * @throws IllegalStateException if it is nowhere
     */
    public static Path get() {
        return find().orElseThrow(() -> new IllegalStateException("The course folder was not found above "
                + Path.of("").toAbsolutePath() + ". Start with ./lab, or set SPOTLIGHT_HOME to the course folder."));
    }

    /** As {@link #get()}, without the exception. */
    public static Optional<Path> find() {
        String given = System.getProperty("spotlight.root", System.getenv("SPOTLIGHT_HOME"));
        if (given != null && !given.isBlank()) {
            return Optional.of(Path.of(given).toAbsolutePath().normalize());
        }
        return above(Path.of("").toAbsolutePath());
    }

    static Optional<Path> above(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("pom.xml")) && Files.isDirectory(folder.resolve("exercises"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
