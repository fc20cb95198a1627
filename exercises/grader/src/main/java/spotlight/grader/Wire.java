package spotlight.grader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import spotlight.grader.SourceCompiler.Compiled;

/** Results as bytes, from a program that checks to the one that asked. */
public final class Wire {
    /** Writes one value. */
    @FunctionalInterface
    public interface Writer<T> {
        /** @throws IOException if the other side is gone */
        void write(DataOutputStream out, T value) throws IOException;
    }

    /** Reads one value. */
    @FunctionalInterface
    public interface Reader<T> {
        /** @throws IOException if the value is cut short */
        T read(DataInputStream in) throws IOException;
    }

    /** Writes an answer. */
    @FunctionalInterface
    public interface Content {
        /** @throws IOException if the other side is gone */
        void writeTo(DataOutputStream out) throws IOException;
    }

    private Wire() {
    }

    /** A result, to be read by {@link #checkResult}. */
    public static byte[] bytes(CheckResult result) {
        return write(out -> {
            list(out, result.problems(), Wire::problem);
            result(out, result.result());
            text(out, result.printed());
            text(out, result.trouble());
            list(out, result.measured(), Wire::measurement);
        });
    }

    /** What {@link #bytes(CheckResult)} wrote. @throws UncheckedIOException if it is something else */
    public static CheckResult checkResult(byte[] bytes) {
        return read(bytes, in -> new CheckResult(list(in, Wire::problem),
                result(in), text(in), text(in), list(in, Wire::measurement)));
    }

    static byte[] bytes(Compiled compiled) {
        return write(out -> {
            list(out, compiled.problems(), Wire::problem);
            list(out, List.copyOf(compiled.classes().entrySet()), (to, entry) -> {
                text(to, entry.getKey());
                block(to, entry.getValue());
            });
        });
    }

    static Compiled compiled(byte[] bytes) {
        return read(bytes, in -> {
            List<Problem> problems = list(in, Wire::problem);
            Map<String, byte[]> classes = new HashMap<>();
            list(in, from -> classes.put(text(from), block(from)) == null);
            return new Compiled(classes, problems);
        });
    }

    /** Writes a problem. */
    public static void problem(DataOutputStream out, Problem problem) throws IOException {
        text(out, problem.file());
        out.writeLong(problem.line());
        out.writeLong(problem.column());
        text(out, problem.message());
        text(out, problem.source());
    }

    /** Reads a problem. */
    public static Problem problem(DataInputStream in) throws IOException {
        return new Problem(text(in), in.readLong(), in.readLong(), text(in), text(in));
    }

    /** Writes the result of an exercise. */
    public static void result(DataOutputStream out, ExerciseResult result) throws IOException {
        text(out, result.title());
        list(out, result.methods(), Wire::method);
    }

    /** Reads the result of an exercise. */
    public static ExerciseResult result(DataInputStream in) throws IOException {
        return new ExerciseResult(text(in), list(in, Wire::method));
    }

    private static void method(DataOutputStream out, MethodResult method) throws IOException {
        text(out, method.name());
        out.writeInt(method.max());
        text(out, method.status().name());
        text(out, method.message());
        text(out, method.hint());
    }

    private static MethodResult method(DataInputStream in) throws IOException {
        return new MethodResult(text(in), in.readInt(), Status.valueOf(text(in)), text(in), text(in));
    }

    private static void measurement(DataOutputStream out, Measurement measurement) throws IOException {
        text(out, measurement.than());
        out.writeDouble(measurement.times());
        text(out, measurement.trouble());
    }

    private static Measurement measurement(DataInputStream in) throws IOException {
        return new Measurement(text(in), in.readDouble(), text(in));
    }

    /** Writes a text. */
    public static void text(DataOutputStream out, String text) throws IOException {
        block(out, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a text. */
    public static String text(DataInputStream in) throws IOException {
        return new String(block(in), StandardCharsets.UTF_8);
    }

    /** Writes bytes. */
    public static void block(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads bytes. */
    public static byte[] block(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("cut short");
        }
        return bytes;
    }

    /** Writes a list. */
    public static <T> void list(DataOutputStream out, List<T> list, Writer<T> writer) throws IOException {
        out.writeInt(list.size());
        for (T value : list) {
            writer.write(out, value);
        }
    }

    /** Reads a list. */
    public static <T> List<T> list(DataInputStream in, Reader<T> reader) throws IOException {
        List<T> list = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            list.add(reader.read(in));
        }
        return list;
    }

    /** The bytes of an answer. */
    public static byte[] write(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** An answer from its bytes. @throws UncheckedIOException if they are something else */
    public static <T> T read(byte[] bytes, Reader<T> reader) {
        try {
            return reader.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException("the answer of the checking program cannot be read", e);
        }
    }
}
