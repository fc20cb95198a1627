package spotlight.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads text files that somebody else made: strictly UTF-8, and whatever is wrong is said with file, line and place. */
final class TextInput {
    /** No line of data is longer; one that is belongs to another kind of file. */
    static final int LONGEST_LINE = 1_000_000;

    private static final long MOST_BYTES = 1L << 30;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextInput() {
    }

    /** An error that begins with the file. */
    static IllegalArgumentException error(Path file, String problem) {
        return new IllegalArgumentException(file + ": " + problem);
    }

    /** An error that begins with file and line, the first line being 1. */
    static IllegalArgumentException error(Path file, int line, String problem) {
        return new IllegalArgumentException(file + " line " + line + ": " + problem);
    }

    /**
     * The whole text: without a byte order mark, every line ending in {@code \n} only.
     *
     * @throws IllegalArgumentException if there is no such file, it is empty or larger than 1 GiB, or not in UTF-8
     */
    static String read(Path file) {
        String text = decode(file, bytes(file));
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        if (plain.isBlank()) {
            throw error(file, "is empty");
        }
        return plain.replace("\r\n", "\n");
    }

    /** The lines of a file of data, none of them a giant. */
    static List<String> lines(Path file) {
        List<String> lines = List.of(read(file).split("\n"));
        for (int i = 0; i < lines.size(); i++) {
            requireShort(file, i + 1, lines.get(i).length());
        }
        return lines;
    }

    static void requireShort(Path file, int line, int length) {
        if (length > LONGEST_LINE) {
            throw error(file, line, String.format(Locale.ROOT, "has more than %,d characters; is this the right file?",
                    LONGEST_LINE));
        }
    }

    private static byte[] bytes(Path file) {
        if (!Files.exists(file)) {
            throw error(file, "there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw error(file, "is a folder, expected a file");
        }
        try {
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                throw error(file,
                        String.format(Locale.ROOT, "has %,d bytes, at most %,d can be read; take a part of it",
                                size, MOST_BYTES));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw error(file, "cannot be read (" + e + ")");
        }
    }

    private static String decode(Path file, byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            throw error(file, "is text in UTF-16, expected UTF-8; save it again as UTF-8");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length); // UTF-8 never has fewer bytes than UTF-16 has units
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int at = in.position();
            int line = 1;
            for (int i = 0; i < at; i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw error(file, line, String.format("byte %02X at offset %d of the file is not UTF-8; save it again as "
                    + "UTF-8", bytes[at], at));
        }
        return out.flip().toString();
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
