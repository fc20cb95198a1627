package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AltTextTest {
    /** JupyterLab finds an extension by the folder, the script by "load", and what it holds by the script's own name for itself. */
    @Test
    void extensionLiesWhereJupyterLabLooksForIt(@TempDir Path data) throws IOException {
        AltText.install(data);
        AltText.install(data); // a second start
        Path folder = data.resolve("labextensions/spotlight-alt-text");
        JsonObject description = JsonParser.parseString(Files.readString(folder.resolve("package.json")))
                .getAsJsonObject();
        String name = description.get("name").getAsString();
        JsonObject build = description.getAsJsonObject("jupyterlab").getAsJsonObject("_build");
        String script = Files.readString(folder.resolve(build.get("load").getAsString()));
        assertEquals("spotlight-alt-text", name);
        assertTrue(script.contains("_JUPYTERLAB[\"" + name + "\"]"));
        assertTrue(script.contains("\"" + build.get("mimeExtension").getAsString() + "\""));
    }
}
