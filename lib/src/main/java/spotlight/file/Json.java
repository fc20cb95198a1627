package spotlight.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * JSON as RFC 8259 has it and nothing more. An object is a {@link Map} in the order of the text, an array a {@link
 * List}, a number a {@link Long} if it is written as an integer and fits one and else a {@link Double}; then there are
 * {@link String}, {@link Boolean} and {@link #NULL}.
 */
public final class Json {
    /** The value {@code null}. */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private Json() {
    }

    /**
     * The value of a text.
     *
     * @throws IllegalArgumentException if it is no JSON, with the offset of the first wrong character; an object with
     *                                  the same name twice, half a pair of surrogates, and nesting deeper than 100 are
     *                                  wrong, too
     */
    public static Object parse(String text) {
        return new JsonParser(text).parse();
    }

    /**
     * The object in a file.
     *
     * @throws ModelFileException if there is none
     */
    public static Map<?, ?> object(Path file) {
        return object(file, "", TextFile.read(file));
    }

    /** The object in a part of a file, which messages name, for instance {@code "header: "}. */
    public static Map<?, ?> object(Path file, String part, String text) {
        try {
            Object value = parse(text);
            if (value instanceof Map<?, ?> map) {
                return map;
            }
            throw new ModelFileException(file, part + "expected a JSON object, got " + kind(value));
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(file, part + e.getMessage(), e);
        }
    }

    /** What a value is, for messages: a number or a string itself, {@code an array}, {@code an object}. */
    public static String kind(Object value) {
        if (value instanceof Map) {
            return "an object";
        }
        String text = value instanceof List ? "an array" : write(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** The text of a value, without spaces. */
    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        new JsonWriter(out, "").write(value, "");
        return out.toString();
    }

    /** The text of a value, one member a line, for people to read; ends with a line end. */
    public static String writeLines(Object value) {
        StringBuilder out = new StringBuilder();
        new JsonWriter(out, "  ").write(value, "\n");
        return out.append('\n').toString();
    }
}
