package spotlight.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.tensor.Tensor;

/** Files that are mapped into memory. Windows deletes such a file only after Java has ended. */
class LargeSafetensorsTest {
    @Test
    void aMappedFileGivesTheSameNumbers() throws IOException {
        int rows = (int) (Window.LARGE / 4 / 1000) + 1;
        Random random = new Random(4);
        Tensor x = Tensor.zeros(rows, 1000).map(zero -> random.nextInt());
        Path file = file();
        Safetensors.write(file, Map.of("a", Tensor.vector(5), "x", x), Map.of());
        assertEquals(0, x.maxAbsDiff(Safetensors.read(file).get("x")));
        try (Safetensors open = new Safetensors(file)) {
            assertEquals(0, x.transpose().maxAbsDiff(open.transposed("x")));
        }
    }

    @Test
    void aTensorBeyondTwoGigabytesIsRead() throws IOException {
        String header = "{\"skipped\":{\"dtype\":\"U8\",\"shape\":[3,1000000000],\"data_offsets\":[0,3000000000]},"
                + "\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[3000000000,3000000008]}}";
        byte[] end = {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0}; // 1 and -2
        Path file = sparse(header.length(), header, 3_000_000_000L, end);
        try (Safetensors open = new Safetensors(file)) {
            Expect.equal(Tensor.vector(1, -2), open.tensor("x"));
        }
        Files.write(file, new byte[0]);
    }

    @Test
    void whatIsTooLargeForJavaIsNamed() throws IOException {
        String header = "{\"x\":{\"dtype\":\"BF16\",\"shape\":[50000,50000],\"data_offsets\":[0,5000000000]}}";
        Path file = sparse(header.length(), header, 5_000_000_000L, new byte[0]);
        Hostile.fails(file,
                "tensor x: shape [50000,50000] does not fit into the memory of Java (shape [50000,50000] has "
                        + "2500000000 elements, a tensor holds at most 2147483639)",
                () -> Safetensors.read(file));
        Files.write(file, new byte[0]);
        Path longHeader = sparse(100_000_001, "{", 100_000_001, new byte[0]);
        Hostile.fails(longHeader, "header: has 100000001 bytes, more than 100000000",
                () -> Safetensors.read(longHeader));
        Files.write(longHeader, new byte[0]);
    }

    /** A file with this header and so many bytes after it, then a few more; what is left out takes no room on the disk. */
    private static Path sparse(long headerBytes, String header, long skipped, byte[] end) throws IOException {
        Path file = file();
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, headerBytes).array());
            sparse.write(header.getBytes(StandardCharsets.UTF_8));
            sparse.setLength(8 + header.length() + skipped + end.length);
            sparse.seek(8 + header.length() + skipped);
            sparse.write(end);
        }
        return file;
    }

    private static Path file() throws IOException {
        Path file = Files.createTempFile("large", ".safetensors");
        file.toFile().deleteOnExit();
        return file;
    }
}
