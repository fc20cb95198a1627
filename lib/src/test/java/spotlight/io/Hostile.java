package spotlight.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.function.Executable;
import spotlight.file.ModelFileException;

/** Makes safetensors files that no program would write. */
final class Hostile {
    private Hostile() {
    }

    /** A file with this header and these bytes after it. */
    static Path file(Path folder, String header, byte[] data) throws IOException {
        return file(folder, header.getBytes(StandardCharsets.UTF_8), data);
    }

    static Path file(Path folder, byte[] header, byte[] data) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(8 + header.length + data.length).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length).put(header).put(data);
        return Files.write(folder.resolve("hostile.safetensors"), all.array());
    }

    /** The one exception, which names the file, with this problem. */
    static void fails(Path file, String problem, Executable code) {
        assertEquals(file + ": " + problem, assertThrows(ModelFileException.class, code).getMessage());
    }
}
