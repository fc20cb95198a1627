package spotlight.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.Expect;
import spotlight.file.ModelFileException;
import spotlight.tensor.Tensor;

class HostileSafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void filesThatAreNotOne() throws IOException {
        Path file = folder.resolve("x");
        Hostile.fails(file, "there is no such file", () -> Safetensors.read(file));
        Hostile.fails(folder, "is a folder, not a file", () -> Safetensors.read(folder));
        Files.write(file, new byte[0]);
        Hostile.fails(file, "has 0 bytes, a safetensors file begins with 8 for the length of its header",
                () -> Safetensors.read(file));
        Files.write(file, bytes(100).putInt(0).array());
        Hostile.fails(file, "header: has 100 bytes, the file has only 4 for it", () -> Safetensors.read(file));
        Files.write(file, bytes(-1).putInt(0).array());
        Hostile.fails(file, "header: has 18446744073709551615 bytes, the file has only 4 for it",
                () -> Safetensors.read(file));
        Files.write(file, bytes(Long.MIN_VALUE).putInt(0).array());
        Hostile.fails(file, "header: has 9223372036854775808 bytes, the file has only 4 for it",
                () -> Safetensors.read(file));
    }

    private static ByteBuffer bytes(long header) {
        return ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putLong(header);
    }

    @Test
    void headersThatAreNotOne() throws IOException {
        wrong("", 0, "header: no JSON: expected a value, got the end at offset 0");
        wrong("hello", 0, "header: no JSON: expected a value, got \"h\" at offset 0");
        wrong("[]", 0, "header: expected a JSON object, got an array");
        wrong("{} x", 0, "header: no JSON: expected the end, got \"x\" at offset 3");
        wrong("{}", 3, "the tensors have 0 bytes, the file has 3 after its header");
        wrong("[".repeat(100_000), 0, "header: no JSON: nested deeper than 100 at offset 100");
        wrong("{\"__metadata__\":[]}", 0, "header: __metadata__: expected an object of strings, got an array");
        wrong("{\"__metadata__\":{\"a\":1}}", 0, "header: __metadata__: expected a string for \"a\", got 1");
        byte[] latin = "{\"caf\u00e9\":1}".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Hostile.file(folder, latin, new byte[0]);
        Hostile.fails(file, "header: no UTF-8 at byte 5", () -> Safetensors.read(file));
        byte[] cut = Arrays.copyOf("{\"café".getBytes(StandardCharsets.UTF_8), 6);
        Path half = Hostile.file(folder, cut, new byte[0]);
        Hostile.fails(half, "header: no UTF-8 at byte 5", () -> Safetensors.read(half));
    }

    @Test
    void tensorsThatCannotBe() throws IOException {
        wrong("{\"x\":1}", 0, "tensor x: expected dtype, shape and data_offsets [begin,end], got 1");
        wrong("{\"x\":{\"dtype\":\"F32\",\"shape\":[1]}}", 4, "tensor x: expected dtype, shape and data_offsets "
                + "[begin,end], got {\"dtype\":\"F32\",\"shape\":[1]}");
        one("\"F32\"", "[-1,-4]", "[0,16]", "tensor x: shape: expected a whole number, 0 or more, got -1");
        one("\"F32\"", "[2.0,2]", "[0,16]", "tensor x: shape: expected a whole number, 0 or more, got 2.0");
        one("\"F32\"", "[9223372036854775808]", "[0,16]",
                "tensor x: shape: expected a whole number, 0 or more, got 9.223372036854776E18");
        one("\"F32\"", "[9223372036854775807,2]", "[0,16]",
                "tensor x: shape [9223372036854775807,2] is larger than any file");
        one("\"F32\"", "[4294967296,1073741824]", "[0,16]",
                "tensor x: shape [4294967296,1073741824] is larger than any file");
        one("\"F32\"", "[4]", "[0,12]", "tensor x: F32 [4] needs 16 bytes, data_offsets has 12");
        one("\"F16\"", "[4]", "[0,16]", "tensor x: F16 [4] needs 8 bytes, data_offsets has 16");
        one("\"F32\"", "[4]", "[16,0]", "tensor x: its bytes begin at 16 and end before that, at 0");
        one("\"F32\"", "[4]", "[0,-16]", "tensor x: data_offsets: expected a whole number, 0 or more, got -16");
        one("\"F32\"", "[4]", "[4,20]", "tensor x: its bytes begin at 4, those before it end at 0");
        one("\"F32\"", "[5]", "[0,20]", "the tensors have 20 bytes, the file has 16 after its header");
        one("7", "[4]", "[0,16]", "tensor x: expected dtype, shape and data_offsets [begin,end], got "
                + "{\"dtype\":7,\"shape\":[4],\"data_offsets\":[0,16]}");
    }

    @Test
    void tensorsThatShareBytesOrLeaveSomeOut() throws IOException {
        String a = "{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]},";
        wrong(a + "\"b\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[3,7]}}", 7,
                "tensor b: its bytes begin at 3, those before it end at 4");
        wrong(a + "\"b\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[5,9]}}", 9,
                "tensor b: its bytes begin at 5, those before it end at 4");
        wrong(a + "\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[4,8]}}", 8,
                "header: no JSON: name \"a\" is there twice at offset " + a.length());
    }

    @Test
    void aTensorOfNothingMayHaveAnyOtherLength() throws IOException {
        Path file = Hostile.file(folder,
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[0,9223372036854775807],\"data_offsets\":[0,0]}}", new byte[0]);
        Hostile.fails(file, "tensor x: a dimension of 9223372036854775807 is too long for a tensor here",
                () -> Safetensors.read(file));
    }

    @Test
    void tenThousandMutationsEndInTheOneExceptionOrInACorrectRead() throws IOException {
        Path valid = folder.resolve("valid");
        Safetensors.write(valid, Map.of("wte.weight", Expect.random(1, 50, 4), "h.0.bias", Expect.random(2, 7), "s",
                Tensor.scalar(3)), Map.of("format", "pt"));
        byte[] bytes = Files.readAllBytes(valid);
        Path file = folder.resolve("mutant");
        Random random = new Random(20261121);
        int read = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] mutant = mutate(bytes, random);
            Files.write(file, mutant);
            try {
                assertIsTheEndOf(mutant, Safetensors.read(file));
                read++;
            } catch (ModelFileException e) {
                assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
                assertEquals(-1, e.getMessage().indexOf('\n'), e.getMessage());
            }
        }
        assertTrue(read > 500 && read < 9500, read + " of 10000 were read");
    }

    /** The numbers of all tensors, in their order, are the last bytes of the file. */
    private static void assertIsTheEndOf(byte[] file, Map<String, Tensor> tensors) {
        ByteBuffer numbers = ByteBuffer.allocate(file.length).order(ByteOrder.LITTLE_ENDIAN);
        for (Tensor tensor : tensors.values()) {
            numbers.asFloatBuffer().put(tensor.data());
            numbers.position(numbers.position() + 4 * tensor.size());
        }
        int from = file.length - numbers.position();
        assertEquals(numbers.flip(), ByteBuffer.wrap(file, from, file.length - from));
    }

    private static byte[] mutate(byte[] valid, Random random) {
        byte[] bytes = valid;
        for (int times = 1 + random.nextInt(3); times > 0 && bytes.length > 0; times--) {
            bytes = random.nextInt(5) > 0 ? Mutations.damage(bytes, random) : number(bytes, random);
        }
        return bytes;
    }

    /** Changes a number of the header; the header's length follows. */
    private static byte[] number(byte[] bytes, Random random) {
        int at = Math.min(bytes.length, Math.max(8, random.nextInt(bytes.length)));
        byte[] changed = Mutations.otherNumber(bytes, at, random);
        if (changed.length >= 8) {
            ByteBuffer length = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
            length.putLong(0, length.getLong(0) + changed.length - bytes.length);
        }
        return changed;
    }

    private void one(String dtype, String shape, String offsets, String problem) throws IOException {
        wrong("{\"x\":{\"dtype\":" + dtype + ",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}", 16,
                problem);
    }

    private void wrong(String header, int dataBytes, String problem) throws IOException {
        Path file = Hostile.file(folder, header, new byte[dataBytes]);
        Hostile.fails(file, problem, () -> Safetensors.read(file));
    }
}
