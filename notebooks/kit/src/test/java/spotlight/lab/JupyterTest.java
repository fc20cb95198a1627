package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JupyterTest {

    @TempDir
    Path root;

    @Test
    void nothingIsWrittenOutsideDotLab() {
        Home home = new Home(root);
        Map<String, String> env = Jupyter.environment(home, home.lab().resolve("kernels/ijava"), "");
        assertEquals(home.lab().resolve("kernels/ijava").toString(), env.get("JUPYTER_PATH"));
        for (String name : new String[] {"DATA_DIR", "CONFIG_DIR", "RUNTIME_DIR"}) {
            assertTrue(Path.of(env.get("JUPYTER_" + name)).startsWith(home.lab()), name);
        }
        assertTrue(Path.of(env.get("IPYTHONDIR")).startsWith(home.lab()));
        assertTrue(Files.isDirectory(Path.of(env.get("IPYTHONDIR")).getParent()));
    }

    @Test
    void theUsersOwnKernelsStayBehindOurs() {
        Map<String, String> env = Jupyter.environment(new Home(root), Path.of("/ours"), "/theirs");
        assertEquals("/ours" + File.pathSeparator + "/theirs", env.get("JUPYTER_PATH"));
    }

    @Test
    void theTitleIsForPeople() {
        assertEquals("JupyterLab 4.6.4", new Jupyter(Path.of("p"), true, "jupyterlab", "4.6.4").title());
        assertEquals("Jupyter Notebook 6.4.12", new Jupyter(Path.of("p"), false, "notebook", "6.4.12").title());
    }
}
