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

/** The results as bytes, from the program that checks to the one that asked. */
final class Wire {
    @FunctionalInterface
    private interface Writer<T> {
        void write(DataOutputStream out, T value) throws IOException;
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private Wire() {
    }

    static byte[] bytes(CheckResult result) {
        return write(out -> {
            list(out, result.problems(), Wire::problem);
            text(out, result.result().title());
            list(out, result.result().methods(), Wire::method);
            text(out, result.printed());
            text(out, result.trouble());
            list(out, result.measured(), Wire::measurement);
        });
    }

    static CheckResult checkResult(byte[] bytes) {
        return read(bytes, in -> new CheckResult(list(in, Wire::problem),
                new ExerciseResult(text(in), list(in, Wire::method)), text(in), text(in),
                list(in, Wire::measurement)));
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

    private static void problem(DataOutputStream out, Problem problem) throws IOException {
        text(out, problem.file());
        out.writeLong(problem.line());
        out.writeLong(problem.column());
        text(out, problem.message());
        text(out, problem.source());
    }

    private static Problem problem(DataInputStream in) throws IOException {
        return new Problem(text(in), in.readLong(), in.readLong(), text(in), text(in));
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

    private static void text(DataOutputStream out, String text) throws IOException {
        block(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(block(in), StandardCharsets.UTF_8);
    }

    private static void block(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] block(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("cut short");
        }
        return bytes;
    }

    private static <T> void list(DataOutputStream out, List<T> list, Writer<T> writer) throws IOException {
        out.writeInt(list.size());
        for (T value : list) {
            writer.write(out, value);
        }
    }

    private static <T> List<T> list(DataInputStream in, Reader<T> reader) throws IOException {
        List<T> list = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            list.add(reader.read(in));
        }
        return list;
    }

    private static byte[] write(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Reader<T> reader) {
        try {
            return reader.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException("the answer of the checking program cannot be read", e);
        }
    }
}
