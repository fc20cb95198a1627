package spotlight.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void aWriteThatFailsInTheMiddleLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("model");
        TextFile.write(file, "old");
        ModelFileException e = assertThrows(ModelFileException.class, () -> AtomicFile.write(file, channel -> {
            channel.write(ByteBuffer.wrap(new byte[100]));
            throw new IOException("disk full");
        }));
        assertEquals(file + ": cannot be written (java.io.IOException: disk full)", e.getMessage());
        assertEquals(file, e.file());
        assertThrows(IllegalStateException.class, () -> AtomicFile.write(file, channel -> {
            channel.write(ByteBuffer.wrap(new byte[100]));
            throw new IllegalStateException("killed");
        }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void anOlderFileIsReplacedAndFoldersAreMade() throws IOException {
        Path file = folder.resolve("a/b/text");
        TextFile.write(file, "old text");
        TextFile.write(file, "new");
        assertEquals("new", TextFile.read(file));
        TextFile.write(file, "one\r\ntwo\n\n");
        assertEquals(List.of("one", "two", ""), TextFile.lines(file));
    }

    @Test
    void aFolderOfThatNameIsAnError() throws IOException {
        Path file = folder.resolve("name");
        Files.createDirectories(file.resolve("inside"));
        String message = assertThrows(ModelFileException.class, () -> TextFile.write(file, "x")).getMessage();
        assertTrue(message.startsWith(file + ": cannot be written ("), message);
        assertEquals(List.of(file), files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
