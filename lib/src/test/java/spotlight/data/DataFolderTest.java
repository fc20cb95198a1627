package spotlight.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.Expect;

class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void theNearestFolderAboveIsFound() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("lib/target"));
        Files.createDirectories(folder.resolve("lib/data")); // without a README.md: another kind of data
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/README.md"), "# Data");
        assertEquals(folder.toAbsolutePath().resolve("data"), DataFolder.find(deep, ""));
        assertEquals(folder.toAbsolutePath().resolve("data"), DataFolder.find(folder.resolve("data"), ""));
    }

    @Test
    void thisCloneHasOne() {
        assertEquals("README.md", DataFolder.find().resolve("README.md").toFile().getName());
    }

    @Test
    void aNamedFolderIsTaken() throws IOException {
        Files.writeString(folder.resolve("README.md"), "# Data");
        assertEquals(folder.toAbsolutePath().normalize(), DataFolder.find(Path.of(""), folder.toString()));
    }

    @Test
    void wrongFoldersSaySo() {
        Path root = folder.getRoot();
        Expect.error("data: no folder data with a README.md in " + root
                + " or above it; start inside the course's folder, or with -Dspotlight.data=FOLDER",
                () -> DataFolder.find(root, ""));
        Expect.error("data: -Dspotlight.data=" + folder
                + " is not a data folder of the course: there is no README.md in it",
                () -> DataFolder.find(root, folder.toString()));
    }
}
