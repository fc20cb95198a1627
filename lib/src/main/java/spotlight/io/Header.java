package spotlight.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spotlight.file.Json;
import spotlight.file.ModelFileException;

/**
 * The header of a safetensors file, checked: every tensor's bytes are as many as its shape and dtype need, and together
 * they fill the file without a gap and without sharing any.
 *
 * @param tensors  by name, in the order of their bytes
 * @param metadata texts by name
 */
record Header(Map<String, Entry> tensors, Map<String, String> metadata) {
    static final String METADATA = "__metadata__";

    /**
     * One tensor.
     *
     * @param dtype as the file names it
     * @param begin where its bytes begin, counted from the first tensor's
     * @param end   where they end, exclusive
     */
    record Entry(String name, String dtype, long[] shape, long begin, long end) {
        /** The dtype, if it is one that we know. */
        Dtype known() {
            return Arrays.stream(Dtype.values()).filter(d -> d.name().equals(dtype)).findFirst().orElse(null);
        }
    }

    /**
     * Reads and checks a header.
     *
     * @param dataBytes how many bytes the file has after the header
     */
    static Header read(Path file, ByteBuffer header, long dataBytes) {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        Json.object(file, "header: ", text(file, header)).forEach((name, value) -> {
            if (name.equals(METADATA)) {
                metadata(file, value, metadata);
            } else {
                entries.add(entry(file, name.toString(), value));
            }
        });
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long at = 0;
        for (Entry entry : entries) {
            if (entry.begin != at) {
                throw error(file, entry.name, "its bytes begin at " + entry.begin + ", those before it end at " + at);
            }
            at = entry.end;
        }
        if (at != dataBytes) {
            throw new ModelFileException(file,
                    "the tensors have " + at + " bytes, the file has " + dataBytes + " after its header");
        }
        Map<String, Entry> tensors = new LinkedHashMap<>();
        entries.forEach(entry -> tensors.put(entry.name, entry));
        return new Header(tensors, metadata);
    }

    private static String text(Path file, ByteBuffer bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
        if (result.isError()) {
            throw new ModelFileException(file, "header: no UTF-8 at byte " + bytes.position());
        }
        return text.flip().toString();
    }

    private static void metadata(Path file, Object value, Map<String, String> metadata) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new ModelFileException(file,
                    "header: " + METADATA + ": expected an object of strings, got " + Json.kind(value));
        }
        map.forEach((name, text) -> {
            if (!(text instanceof String string)) {
                throw new ModelFileException(file, "header: " + METADATA + ": expected a string for "
                        + Json.kind(name) + ", got " + Json.kind(text));
            }
            metadata.put(name.toString(), string);
        });
    }

    private static Entry entry(Path file, String name, Object value) {
        if (!(value instanceof Map<?, ?> map) || map.size() != 3 || !(map.get("dtype") instanceof String dtype)
                || !(map.get("shape") instanceof List<?> shape)
                || !(map.get("data_offsets") instanceof List<?> offsets) || offsets.size() != 2) {
            throw error(file, name, "expected dtype, shape and data_offsets [begin,end], got " + brief(value));
        }
        long[] lengths = wholeNumbers(file, name, "shape", shape);
        long[] bytes = wholeNumbers(file, name, "data_offsets", offsets);
        Entry entry = new Entry(name, dtype, lengths, bytes[0], bytes[1]);
        if (entry.begin > entry.end) {
            throw error(file, name, "its bytes begin at " + entry.begin + " and end before that, at " + entry.end);
        }
        Dtype known = entry.known();
        long needed = known == null ? -1 : bytes(file, name, lengths, known);
        if (known != null && needed != entry.end - entry.begin) {
            throw error(file, name, dtype + " " + Arrays.toString(lengths).replace(" ", "") + " needs " + needed
                    + " bytes, data_offsets has " + (entry.end - entry.begin));
        }
        return entry;
    }

    private static String brief(Object value) {
        String text = Json.write(value);
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    private static long[] wholeNumbers(Path file, String name, String what, List<?> list) {
        long[] numbers = new long[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(list.get(i) instanceof Long number) || number < 0) {
                throw error(file, name, what + ": expected a whole number, 0 or more, got " + Json.kind(list.get(i)));
            }
            numbers[i] = number;
        }
        return numbers;
    }

    private static long bytes(Path file, String name, long[] shape, Dtype dtype) {
        try {
            long bits = dtype.bits;
            boolean empty = Arrays.stream(shape).anyMatch(length -> length == 0);
            for (int d = 0; d < shape.length && !empty; d++) {
                bits = Math.multiplyExact(bits, shape[d]);
            }
            return empty ? 0 : bits / 8 + (bits % 8 == 0 ? 0 : 1);
        } catch (ArithmeticException e) {
            throw error(file, name, "shape " + Arrays.toString(shape).replace(" ", "") + " is larger than any file");
        }
    }

    static ModelFileException error(Path file, String tensor, String problem) {
        return new ModelFileException(file, "tensor " + tensor + ": " + problem);
    }
}
