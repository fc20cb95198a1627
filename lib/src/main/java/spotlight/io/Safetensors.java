package spotlight.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spotlight.file.ModelFileException;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * Tensors by name in one file, the format in which most models are published: 8 bytes that say how long the header is,
 * the header, which is JSON, then the numbers of all tensors. An open file has read its header only; a tensor is
 * decoded when it is asked for, from the file straight into the array that it keeps.
 */
public final class Safetensors implements Closeable {
    /** As in the reference implementation: no real header is longer. */
    private static final long MAX_HEADER = 100_000_000;

    private final Path file;
    private final FileChannel channel;
    private final Window window;
    private final Header header;
    private final long dataStart;

    /**
     * Opens a file and checks its header.
     *
     * @throws ModelFileException if it is no safetensors file
     */
    public Safetensors(Path file) {
        this.file = file;
        if (Files.isDirectory(file)) {
            throw new ModelFileException(file, "is a folder, not a file");
        }
        FileChannel opened = null;
        boolean right = false;
        try {
            opened = FileChannel.open(file, StandardOpenOption.READ);
            channel = opened;
            long size = channel.size();
            int headerBytes = headerBytes(size);
            dataStart = 8L + headerBytes;
            header = Header.read(file, bytes(8, headerBytes), size - dataStart);
            window = new Window(channel, size);
            right = true;
        } catch (NoSuchFileException e) {
            throw new ModelFileException(file, "there is no such file", e);
        } catch (IOException e) {
            throw new ModelFileException(file, "cannot be read (" + e + ")", e);
        } catch (OutOfMemoryError e) {
            throw new ModelFileException(file, "header: does not fit into the memory of Java", e);
        } finally {
            if (!right) {
                close(opened);
            }
        }
    }

    /** All tensors of a file by name, in the order of the file. */
    public static Map<String, Tensor> read(Path file) {
        try (Safetensors tensors = new Safetensors(file)) {
            Map<String, Tensor> all = new LinkedHashMap<>();
            tensors.names().forEach(name -> all.put(name, tensors.tensor(name)));
            return all;
        }
    }

    /**
     * Writes tensors as F32, whole or not at all: whoever is killed in the middle leaves an older file as it was. The
     * same tensors always make the same bytes, in whichever order they are given.
     *
     * @param metadata texts by name, for instance {@code format} and {@code pt}, which Hugging Face wants
     * @throws ModelFileException if the file cannot be written
     */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        SafetensorsWriter.write(file, shapes, tensors::get, metadata);
    }

    /** The file. */
    public Path path() {
        return file;
    }

    /** The names of all tensors, in the order of the file. */
    public List<String> names() {
        return List.copyOf(header.tensors().keySet());
    }

    /** What else the writer of the file had to say, by name. */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(header.metadata());
    }

    /** Whether there is a tensor of this name. */
    public boolean has(String name) {
        return header.tensors().containsKey(name);
    }

    /** The shape of a tensor, which is not read for that. */
    public int[] shape(String name) {
        Header.Entry entry = entry(name);
        for (long length : entry.shape()) {
            if (length > Integer.MAX_VALUE) {
                throw Header.error(file, name, "a dimension of " + length + " is too long for a tensor here");
            }
        }
        return Arrays.stream(entry.shape()).mapToInt(length -> (int) length).toArray();
    }

    /**
     * Reads a tensor of F32, F16 or BF16.
     *
     * @throws ModelFileException if there is none of this name, or it has another dtype
     */
    public Tensor tensor(String name) {
        return read(name, false);
    }

    /** Reads a matrix and transposes it on the way: [m,n] in the file is [n,m] here. */
    public Tensor transposed(String name) {
        return read(name, true);
    }

    @Override
    public void close() {
        close(channel);
    }

    private Tensor read(String name, boolean transpose) {
        Header.Entry entry = entry(name);
        int[] shape = shape(name);
        Dtype dtype = entry.known();
        if (dtype == null || !dtype.readable()) {
            throw Header.error(file, name, "dtype " + entry.dtype() + " cannot be read, only F32, F16 and BF16");
        }
        if (transpose && shape.length != 2) {
            throw Header.error(file, name, "expected a matrix, got shape " + Shapes.format(shape));
        }
        try {
            float[] data = new float[Shapes.size(shape)];
            if (!transpose) {
                numbers(entry, 0, data, data.length);
                return Tensor.wrap(data, shape);
            }
            transpose(entry, data, shape[0], shape[1]);
            return Tensor.wrap(data, shape[1], shape[0]);
        } catch (IOException | InternalError e) { // an InternalError where a mapped file became shorter
            throw new ModelFileException(file, "tensor " + name + ": cannot be read (" + e.getMessage() + ")", e);
        } catch (OutOfMemoryError | IllegalArgumentException e) {
            throw new ModelFileException(file, "tensor " + name + ": shape " + Shapes.format(shape)
                    + " does not fit into the memory of Java (" + e.getMessage() + ")", e);
        }
    }

    /** Decodes so many numbers of a tensor, from number {@code first} on. */
    private void numbers(Header.Entry entry, long first, float[] x, int count) throws IOException {
        Dtype dtype = entry.known();
        int size = dtype.bits / 8;
        for (int done = 0; done < count;) {
            long position = dataStart + entry.begin() + (first + done) * size;
            ByteBuffer bytes = window.at(position, (count - done) * (long) size);
            int part = bytes.remaining() / size;
            dtype.read(bytes, x, done, part);
            done += part;
        }
    }

    /** Reads a few rows [m,n] at a time and writes them as columns: so runs of y are written, not single numbers. */
    private void transpose(Header.Entry entry, float[] y, int m, int n) throws IOException {
        int block = Math.min(16, m);
        float[] rows = new float[block * n];
        for (int i = 0; i < m; i += block) {
            int some = Math.min(block, m - i);
            numbers(entry, (long) i * n, rows, some * n);
            for (int j = 0; j < n; j++) {
                for (int r = 0; r < some; r++) {
                    y[j * m + i + r] = rows[r * n + j];
                }
            }
        }
    }

    private Header.Entry entry(String name) {
        Header.Entry entry = header.tensors().get(name);
        if (entry == null) {
            throw new ModelFileException(file, "there is no tensor " + name);
        }
        return entry;
    }

    private int headerBytes(long size) throws IOException {
        if (size < 8) {
            throw new ModelFileException(file,
                    "has " + size + " bytes, a safetensors file begins with 8 for the length of its header");
        }
        long length = bytes(0, 8).getLong();
        if (length < 0 || length > size - 8) {
            throw new ModelFileException(file, "header: has " + Long.toUnsignedString(length)
                    + " bytes, the file has only " + (size - 8) + " for it");
        }
        if (length > MAX_HEADER) {
            throw new ModelFileException(file, "header: has " + length + " bytes, more than " + MAX_HEADER);
        }
        return (int) length;
    }

    private ByteBuffer bytes(long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new IOException("it became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // it was only read from
        }
    }
}
