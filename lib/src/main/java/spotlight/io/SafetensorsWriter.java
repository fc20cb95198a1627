package spotlight.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import spotlight.file.AtomicFile;
import spotlight.file.Json;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** Writes a safetensors file: tensors in the order of their names, the header a multiple of 8 bytes. */
final class SafetensorsWriter {
    private static final int PIECE = 1 << 20;

    private SafetensorsWriter() {
    }

    /**
     * Writes tensors as F32.
     *
     * @param shapes by name
     * @param values the tensor of a name, asked for once, when its turn comes: it need not exist before or after
     */
    static void write(Path file, Map<String, int[]> shapes, Function<String, Tensor> values,
            Map<String, String> metadata) {
        for (String name : shapes.keySet()) {
            Shapes.require(!name.equals(Header.METADATA) && unicode(name),
                    () -> "write: " + Json.kind(name) + " cannot be the name of a tensor");
        }
        List<String> names = new ArrayList<>(shapes.keySet());
        names.sort(Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
        byte[] header = header(names, shapes, metadata);
        AtomicFile.write(file, channel -> {
            ByteBuffer buffer = ByteBuffer.allocateDirect(PIECE).order(ByteOrder.LITTLE_ENDIAN);
            drain(buffer.putLong(header.length), channel);
            drainAll(ByteBuffer.wrap(header), channel);
            for (String name : names) {
                Tensor tensor = values.apply(name);
                Shapes.require(Arrays.equals(tensor.shape(), shapes.get(name)), () -> "write: tensor " + name + " "
                        + Shapes.format(tensor.shape()) + " was to be " + Shapes.format(shapes.get(name)));
                numbers(tensor.data(), buffer, channel);
            }
        });
    }

    private static boolean unicode(String name) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(name)).hasRemaining() || name.isEmpty();
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] header(List<String> names, Map<String, int[]> shapes, Map<String, String> metadata) {
        Map<String, Object> header = new LinkedHashMap<>();
        if (!metadata.isEmpty()) {
            header.put(Header.METADATA, new TreeMap<>(metadata));
        }
        long at = 0;
        for (String name : names) {
            int[] shape = shapes.get(name);
            long end = at + 4L * Shapes.size(shape);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("dtype", Dtype.F32.name());
            entry.put("shape", Arrays.stream(shape).boxed().toList());
            entry.put("data_offsets", List.of(at, end));
            header.put(name, entry);
            at = end;
        }
        String text = Json.write(header);
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return (text + " ".repeat((8 - length % 8) % 8)).getBytes(StandardCharsets.UTF_8);
    }

    private static void numbers(float[] x, ByteBuffer buffer, FileChannel channel) throws IOException {
        for (int i = 0; i < x.length;) {
            int part = Math.min(buffer.remaining() / 4, x.length - i);
            buffer.asFloatBuffer().put(x, i, part);
            drain(buffer.position(4 * part), channel);
            i += part;
        }
    }

    private static void drain(ByteBuffer buffer, FileChannel channel) throws IOException {
        drainAll(buffer.flip(), channel);
        buffer.clear();
    }

    private static void drainAll(ByteBuffer buffer, FileChannel channel) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
