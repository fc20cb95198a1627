package spotlight.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Files that a user might have, in a folder of the test. */
record Given(Path folder) {

    Path file(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reading this text fails with this message, which begins with the file. */
    void fails(String message, String text, Function<Path, ?> read) {
        fails(message, file("file", text), read);
    }

    /** Reading this file fails with this message, which begins with the file. */
    static void fails(String message, Path file, Function<Path, ?> read) {
        assertEquals(file + message,
                assertThrows(IllegalArgumentException.class, () -> read.apply(file)).getMessage());
    }
}
