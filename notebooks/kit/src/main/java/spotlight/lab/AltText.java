package spotlight.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small JupyterLab extension that gives pictures the text alternative their outputs carry; JupyterLab 4.6 itself leaves it out.
 */
final class AltText {
    private AltText() {
    }

    /** Installs the extension for the course's own JupyterLab. @param data its JUPYTER_DATA_DIR */
    static void install(Path data) throws IOException {
        Path folder = data.resolve("labextensions/spotlight-alt-text");
        Files.createDirectories(folder.resolve("static"));
        Files.writeString(folder.resolve("package.json"), Resources.text("alt-text/package.json"));
        Files.writeString(folder.resolve("static/alt-text.js"), Resources.text("alt-text/alt-text.js"));
    }
}
