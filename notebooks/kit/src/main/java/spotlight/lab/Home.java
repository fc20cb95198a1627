package spotlight.lab;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are in a clone of the course.
 *
 * @param root the folder that holds {@code lab} and {@code pom.xml}
 */
public record Home(Path root) {

    /**
     * The clone this program belongs to: the system property {@code spotlight.root}, else the environment variable
     * {@code SPOTLIGHT_HOME}, else the nearest parent of the working directory that looks like one.
     *
     * @throws Trouble if none of the three is a clone
     */
    public static Home find() {
        String named = System.getProperty("spotlight.root", System.getenv("SPOTLIGHT_HOME"));
        if (named != null) {
            return new Home(Path.of(named).toAbsolutePath().normalize());
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("lab")) && Files.exists(folder.resolve("pom.xml"))) {
                return new Home(folder);
            }
        }
        throw new Trouble("this is not inside a clone of the course", "start ./lab in the folder you cloned");
    }

    /** The chapters. */
    public Path notebooks() {
        return root.resolve("notebooks");
    }

    /** Everything the launcher makes for itself: deleting it is always safe. */
    public Path lab() {
        return root.resolve(".lab");
    }

    /** The private Python environment. */
    public Path venv() {
        return lab().resolve("venv");
    }

    /** Where reports, executed copies and screenshots go. */
    public Path target() {
        return root.resolve("target");
    }
}
