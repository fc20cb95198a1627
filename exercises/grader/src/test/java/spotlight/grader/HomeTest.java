package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @Test
    void isTheNearestFolderAboveThatHoldsTheCourse(@TempDir Path folder) throws IOException {
        Path course = folder.resolve("my course");
        Path deep = Files.createDirectories(course.resolve("notebooks/kit"));
        assertEquals(Optional.empty(), Home.above(deep));
        Files.createDirectories(course.resolve("exercises"));
        Files.createFile(course.resolve("pom.xml"));
        assertEquals(Optional.of(course), Home.above(deep));
    }

    @Test
    void thisBuildKnowsItsOwn() {
        assertTrue(Files.isRegularFile(Home.get().resolve("exercises/grader/pom.xml")));
    }
}
