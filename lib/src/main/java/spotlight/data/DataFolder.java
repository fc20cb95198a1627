package spotlight.data;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the data of the course are. */
public final class DataFolder {
    /** The system property that names another folder. */
    static final String PROPERTY = "spotlight.data";

    private DataFolder() {
    }

    /**
     * The folder that {@code -Dspotlight.data=FOLDER} names; without it the folder {@code data}, with a README.md in
     * it, of the working directory or of the nearest folder above that has one.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Path find() {
        return find(Path.of(""), System.getProperty(PROPERTY, ""));
    }

    static Path find(Path from, String named) {
        if (!named.isEmpty()) {
            if (!Files.isRegularFile(Path.of(named, "README.md"))) {
                throw new IllegalArgumentException("data: -D" + PROPERTY + "=" + named
                        + " is not a data folder of the course: there is no README.md in it");
            }
            return Path.of(named).toAbsolutePath().normalize();
        }
        Path start = from.toAbsolutePath().normalize();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("data").resolve("README.md"))) {
                return folder.resolve("data");
            }
        }
        throw new IllegalArgumentException("data: no folder data with a README.md in " + start
                + " or above it; start inside the course's folder, or with -D" + PROPERTY + "=FOLDER");
    }
}
