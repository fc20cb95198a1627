package spotlight.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextInputTest {
    @TempDir
    private Path folder;
    private Given given;

    @BeforeEach
    void begin() {
        given = new Given(folder);
    }

    @Test
    void byteOrderMarkAndCarriageReturnsAreNoText() {
        assertEquals("我 eat\nrice\n", TextInput.read(given.file("a", "\uFEFF我 eat\r\nrice\r\n")));
        assertEquals(List.of("a", "", "b"), TextInput.lines(given.file("b", "a\r\n\r\nb\r\n")));
    }

    @Test
    void missingFilesAndFoldersAreNamed() {
        Given.fails(": there is no such file", folder.resolve("nowhere.txt"), TextInput::read);
        Given.fails(": is a folder, expected a file", folder, TextInput::read);
    }

    @Test
    void emptyFilesAreNamed() {
        given.fails(": is empty", "", TextInput::read);
        given.fails(": is empty", "\uFEFF \n\n", TextInput::read);
    }

    @Test
    void bytesThatAreNoUtf8AreNamedWithLineAndOffset() {
        Given.fails(" line 3: byte E9 at offset 8 of the file is not UTF-8; save it again as UTF-8",
                given.file("latin1", "a\nb\nxcaf\u00e9".getBytes(StandardCharsets.ISO_8859_1)),
                TextInput::read);
        byte[] cutOff = "ab我".getBytes(StandardCharsets.UTF_8);
        Given.fails(" line 1: byte E6 at offset 2 of the file is not UTF-8; save it again as UTF-8",
                given.file("cut", Arrays.copyOf(cutOff, 4)), TextInput::read);
    }

    @Test
    void utf16IsRecognised() {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Given.fails(": is text in UTF-16, expected UTF-8; save it again as UTF-8",
                    given.file("utf16", "\uFEFFabc".getBytes(charset)), TextInput::read);
        }
    }

    @Test
    void giantLinesAreNamed() {
        String giant = "x".repeat(TextInput.LONGEST_LINE);
        assertEquals(2, TextInput.lines(given.file("a", "a\n" + giant)).size());
        given.fails(" line 2: has more than 1,000,000 characters; is this the right file?", "a\n" + giant + "y",
                TextInput::lines);
    }

    @Test
    void giantFilesAreNamed() throws Exception {
        Path giant = folder.resolve("giant");
        try (RandomAccessFile sparse = new RandomAccessFile(giant.toFile(), "rw")) {
            sparse.setLength((1L << 30) + 1);
        }
        Given.fails(": has 1,073,741,825 bytes, at most 1,073,741,824 can be read; take a part of it", giant,
                TextInput::read);
    }
}
