package spotlight.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.Expect;
import spotlight.tensor.Tensor;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void theBytesAreThoseOfTheFormat() throws IOException {
        Path file = folder.resolve("one.safetensors");
        Safetensors.write(file, Map.of("x", Tensor.vector(1, -2)), Map.of("format", "pt"));
        String header = "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}   ";
        assertEquals(88, header.length());
        ByteBuffer expected = ByteBuffer.allocate(8 + 88 + 8).order(ByteOrder.LITTLE_ENDIAN).putLong(88)
                .put(header.getBytes(StandardCharsets.UTF_8)).putFloat(1).putFloat(-2);
        assertArrayEquals(expected.array(), Files.readAllBytes(file));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Path file = folder.resolve("new/model.safetensors");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("b.weight", Expect.random(1, 3, 5));
        tensors.put("scalar", Tensor.scalar(Float.NaN));
        tensors.put("a 😀 \"quoted\"", Expect.random(2, 700, 900)); // longer than a piece
        tensors.put("empty", Tensor.zeros(0, 4));
        tensors.put("", Tensor.vector(7));
        Safetensors.write(file, tensors, Map.of("step", "12", "note", "é\n"));
        Map<String, Tensor> read = Safetensors.read(file);
        assertEquals(List.of("", "a 😀 \"quoted\"", "b.weight", "empty", "scalar"), List.copyOf(read.keySet()));
        tensors.forEach((name, tensor) -> Expect.equal(tensor, read.get(name)));
        try (Safetensors open = new Safetensors(file)) {
            assertEquals(Map.of("step", "12", "note", "é\n"), open.metadata());
            assertTrue(open.has("scalar"));
            assertFalse(open.has("b"));
            assertArrayEquals(new int[] {3, 5}, open.shape("b.weight"));
        }
    }

    @Test
    void aFileOfTheReferenceImplementationIsWrittenToTheSameBytes() throws IOException, URISyntaxException {
        for (String model : List.of("gpt2-tiny", "bert-tiny")) {
            Path theirs = Path.of(getClass().getResource("/golden/" + model + "/model.safetensors").toURI());
            Path ours = folder.resolve(model);
            Safetensors.write(ours, Safetensors.read(theirs), Map.of("format", "pt"));
            assertArrayEquals(Files.readAllBytes(theirs), Files.readAllBytes(ours));
        }
    }

    @Test
    void theOrderOfTheMapDoesNotMatter() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("b", Tensor.vector(1));
        tensors.put("a", Tensor.vector(2));
        Safetensors.write(folder.resolve("1"), tensors, Map.of());
        Safetensors.write(folder.resolve("2"), Map.of("a", Tensor.vector(2), "b", Tensor.vector(1)), Map.of());
        assertArrayEquals(Files.readAllBytes(folder.resolve("1")), Files.readAllBytes(folder.resolve("2")));
    }

    @Test
    void aMatrixIsTransposedWhileItIsRead() {
        for (int[] shape : new int[][] {{1, 1}, {3, 5}, {16, 7}, {33, 40}, {600, 700}, {0, 3}}) {
            Tensor x = Expect.random(3, shape);
            Safetensors.write(folder.resolve("t"), Map.of("before", Tensor.zeros(3), "x", x), Map.of());
            try (Safetensors open = new Safetensors(folder.resolve("t"))) {
                Expect.equal(x.transpose(), open.transposed("x"));
            }
        }
    }

    @Test
    void everyHalfPrecisionNumberIsRead() throws IOException {
        ByteBuffer data = ByteBuffer.allocate(2 << 16).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 1 << 16; i++) {
            data.putShort((short) i);
        }
        for (String dtype : List.of("F16", "BF16")) {
            Path file = Hostile.file(folder, "{\"x\":{\"dtype\":\"" + dtype
                    + "\",\"shape\":[65536],\"data_offsets\":[0,131072]}}", data.array());
            float[] x = Safetensors.read(file).get("x").data();
            int fractionBits = dtype.equals("F16") ? 10 : 7;
            for (int i = 0; i < x.length; i++) {
                assertEquals(byFormula(i, fractionBits), x[i], dtype + " " + i);
            }
        }
    }

    /** Sign, exponent, fraction, by the definition of IEEE 754. */
    private static float byFormula(int bits, int fractionBits) {
        int bias = (1 << 14 - fractionBits) - 1;
        int exponent = (bits & 0x7fff) >> fractionBits;
        double fraction = (bits & (1 << fractionBits) - 1) / (double) (1 << fractionBits);
        double magnitude = exponent == 0 ? Math.scalb(fraction, 1 - bias) : Math.scalb(1 + fraction, exponent - bias);
        if (exponent == 2 * bias + 1) {
            magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        return (float) (bits >= 0x8000 ? -magnitude : magnitude);
    }

    @Test
    void otherDtypesAreOnlyAnErrorWhenTheyAreRead() throws IOException {
        Path file = Hostile.file(folder, "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]},"
                + "\"position_ids\":{\"dtype\":\"I64\",\"shape\":[1,1],\"data_offsets\":[0,8]},"
                + "\"new\":{\"dtype\":\"Q3\",\"shape\":[5],\"data_offsets\":[12,14]}}", new byte[14]);
        try (Safetensors open = new Safetensors(file)) {
            Expect.equal(Tensor.vector(0), open.tensor("x"));
            Hostile.fails(file, "tensor position_ids: dtype I64 cannot be read, only F32, F16 and BF16",
                    () -> open.tensor("position_ids"));
            Hostile.fails(file, "tensor new: dtype Q3 cannot be read, only F32, F16 and BF16",
                    () -> open.tensor("new"));
            Hostile.fails(file, "there is no tensor y", () -> open.tensor("y"));
            Hostile.fails(file, "tensor x: expected a matrix, got shape [1]", () -> open.transposed("x"));
        }
    }

    @Test
    void aNameThatIsNoTensorsIsNotWritten() {
        Expect.error("write: \"__metadata__\" cannot be the name of a tensor",
                () -> Safetensors.write(folder.resolve("x"), Map.of("__metadata__", Tensor.zeros(1)), Map.of()));
        Expect.error("write: \"a\ud83d\" cannot be the name of a tensor",
                () -> Safetensors.write(folder.resolve("x"), Map.of("a\ud83d", Tensor.zeros(1)), Map.of()));
        assertFalse(Files.exists(folder.resolve("x")));
    }
}
