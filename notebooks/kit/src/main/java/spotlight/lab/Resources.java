package spotlight.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The small files that travel with the launcher. */
final class Resources {

    private Resources() {
    }

    /** The text of a file under {@code resources/lab}. */
    static String text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream("/lab/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read lab/" + name, e);
        }
    }
}
