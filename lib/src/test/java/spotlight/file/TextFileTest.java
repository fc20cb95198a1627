package spotlight.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
    @TempDir
    Path folder;

    @Test
    void bothLineEndsAreOneAndTheLastIsNoLine() throws IOException {
        Path file = folder.resolve("text");
        Files.writeString(file, "one\r\ntwo\n\nfour");
        assertEquals(List.of("one", "two", "", "four"), TextFile.lines(file));
        Files.writeString(file, "one\n");
        assertEquals(List.of("one"), TextFile.lines(file));
        Files.writeString(file, "");
        assertEquals(List.of(), TextFile.lines(file));
    }

    @Test
    void whatIsNoTextIsAnError() throws IOException {
        Path file = folder.resolve("text");
        fails(file, "there is no such file");
        fails(folder, "is a folder, not a file");
        Files.write(file, new byte[] {'a', (byte) 0xc3});
        fails(file, "is not a text in UTF-8");
    }

    private static void fails(Path file, String problem) {
        ModelFileException e = assertThrows(ModelFileException.class, () -> TextFile.read(file));
        assertEquals(file + ": " + problem, e.getMessage());
        assertEquals(file, e.file());
    }
}
