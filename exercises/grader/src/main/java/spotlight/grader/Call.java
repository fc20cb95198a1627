package spotlight.grader;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One call of a test method, as JUnit would make it.
 *
 * @param method    its name
 * @param arguments numbers, texts, truth values and nulls
 */
public record Call(String method, List<Object> arguments) {
    private static final String NONE = "none";

    /** The list is copied; it may hold nulls. */
    public Call {
        arguments = Collections.unmodifiableList(Arrays.asList(arguments.toArray()));
    }

    /** A line for each argument, never blank, or empty if one of them is not so simple. */
    static Optional<String> written(List<Object> arguments) {
        return arguments.stream().allMatch(Call::isSimple)
                ? Optional.of(arguments.isEmpty()
                        ? NONE
                        : arguments.stream().map(Call::written).collect(Collectors.joining("\n")))
                : Optional.empty();
    }

    private static boolean isSimple(Object argument) {
        return argument == null || argument instanceof String text && !text.contains("\n")
                || argument instanceof Boolean || argument instanceof Character one && one != '\n'
                || argument instanceof Number && argument.getClass().getPackageName().equals("java.lang");
    }

    private static String written(Object argument) {
        return argument == null ? "null" : argument.getClass().getSimpleName() + " " + argument;
    }

    /** What {@link #written} wrote. */
    static List<Object> read(String arguments) {
        return arguments.equals(NONE)
                ? List.of()
                : Arrays.asList(Arrays.stream(arguments.split("\n")).map(Call::value).toArray());
    }

    private static Object value(String line) {
        int space = line.indexOf(' ');
        String value = line.substring(space + 1);
        return switch (space < 0 ? line : line.substring(0, space)) {
            case "null" -> null;
            case "String" -> value;
            case "Boolean" -> Boolean.valueOf(value);
            case "Character" -> value.charAt(0);
            case "Byte" -> Byte.valueOf(value);
            case "Short" -> Short.valueOf(value);
            case "Integer" -> Integer.valueOf(value);
            case "Long" -> Long.valueOf(value);
            case "Float" -> Float.valueOf(value);
            case "Double" -> Double.valueOf(value);
            default -> throw new IllegalArgumentException("no argument of a test: " + line);
        };
    }

    /** Writes it. */
    public static void write(DataOutputStream out, Call call) throws IOException {
        Wire.text(out, call.method);
        Wire.text(out, written(call.arguments).orElseThrow());
    }

    /** Reads it. */
    public static Call read(DataInputStream in) throws IOException {
        return new Call(Wire.text(in), read(Wire.text(in)));
    }
}
