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
        Path file = file();
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            ByteBuffer start = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, header.length());
            sparse.write(start.array());
            sparse.write(header.getBytes(StandardCharsets.UTF_8));
            sparse.seek(8 + header.length() + 3_000_000_000L); // what is left out takes no room on the disk
            sparse.write(new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0}); // 1 and -2
        }
        try (Safetensors open = new Safetensors(file)) {
            Expect.equal(Tensor.vector(1, -2), open.tensor("x"));
        }
        Files.write(file, new byte[0]);
    }

    private static Path file() throws IOException {
        Path file = Files.createTempFile("large", ".safetensors");
        file.toFile().deleteOnExit();
        return file;
    }
}
