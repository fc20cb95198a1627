package spotlight.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Text files in UTF-8, strictly: a byte that is no UTF-8 is an error, not a question mark in the text. */
public final class TextFile {
    private TextFile() {
    }

    /**
     * The whole text of a file.
     *
     * @throws ModelFileException if it cannot be read or is not UTF-8
     */
    public static String read(Path file) {
        if (Files.isDirectory(file)) {
            throw new ModelFileException(file, "is a folder, not a file");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        } catch (CharacterCodingException e) {
            throw new ModelFileException(file, "is not a text in UTF-8", e);
        } catch (NoSuchFileException e) {
            throw new ModelFileException(file, "there is no such file", e);
        } catch (IOException | OutOfMemoryError e) {
            throw new ModelFileException(file, "cannot be read (" + e + ")", e);
        }
    }

    /** The lines of a file; {@code \n} and {@code \r\n} both end one, and an empty rest after the last is none. */
    public static List<String> lines(Path file) {
        String text = read(file);
        List<String> lines = List.of(text.split("\r?\n", -1));
        return lines.get(lines.size() - 1).isEmpty() ? lines.subList(0, lines.size() - 1) : lines;
    }

    /**
     * Writes a text, whole or not at all.
     *
     * @throws ModelFileException if it cannot be written
     */
    public static void write(Path file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, channel -> {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        });
    }
}
