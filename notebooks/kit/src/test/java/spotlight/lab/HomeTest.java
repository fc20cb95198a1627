package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HomeTest {

    @Test
    void theCloneTheTestsRunInIsFound() {
        assertTrue(Files.exists(Home.find().root().resolve("lab")));
    }

    @Test
    void everythingTheLauncherMakesIsInTwoFolders() {
        Home home = new Home(Path.of("/course"));
        assertEquals(Path.of("/course/.lab"), home.lab());
        assertEquals(Path.of("/course/.lab/venv"), home.venv());
        assertEquals(Path.of("/course/target"), home.target());
        assertEquals(Path.of("/course/notebooks"), home.notebooks());
    }
}
