package spotlight.io;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import spotlight.file.Json;
import spotlight.file.ModelFileException;
import spotlight.grad.Activation;

/** A {@code config.json}: what a model is like. A value that is missing is the default of Hugging Face. */
final class ModelConfig {
    /** So large that no model has it, so small that four times it is an int. */
    private static final int LARGEST = 1 << 24;

    private static final Map<String, Activation> ACTIVATIONS = new LinkedHashMap<>();

    static {
        ACTIVATIONS.put("gelu", Activation.GELU);
        ACTIVATIONS.put("gelu_new", Activation.GELU_TANH);
        ACTIVATIONS.put("gelu_pytorch_tanh", Activation.GELU_TANH);
        ACTIVATIONS.put("relu", Activation.RELU);
        ACTIVATIONS.put("silu", Activation.SILU);
        ACTIVATIONS.put("tanh", Activation.TANH);
    }

    private final Path file;
    private final Map<?, ?> values;

    ModelConfig(Path file) {
        this.file = file;
        this.values = Json.object(file);
    }

    /** A size; there is no default. */
    int size(String name) {
        return whole(name, 1);
    }

    /** A whole number; there is no default. */
    int whole(String name, int smallest) {
        if (!(values.get(name) instanceof Long whole) || whole < smallest || whole > LARGEST) {
            throw wrong(name, "a whole number from " + smallest + " to " + LARGEST);
        }
        return whole.intValue();
    }

    /** A size that other libraries can choose, but not we: it must be what it is by default. */
    void requireSize(String name, int only) {
        if (has(name) && !(values.get(name) instanceof Long size && size == only)) {
            throw wrong(name, Integer.toString(only));
        }
    }

    float number(String name, double otherwise) {
        Object value = has(name) ? values.get(name) : otherwise;
        if (!(value instanceof Number number) || !(number.doubleValue() > 0 && number.doubleValue() < 1)) {
            throw wrong(name, "a number between 0 and 1");
        }
        return number.floatValue();
    }

    boolean flag(String name, boolean otherwise) {
        Object value = has(name) ? values.get(name) : otherwise;
        if (!(value instanceof Boolean flag)) {
            throw wrong(name, "true or false");
        }
        return flag;
    }

    /** A value that other libraries know, but not we: it must be the default. */
    void requireFlag(String name, boolean only) {
        if (flag(name, only) != only) {
            throw wrong(name, Boolean.toString(only));
        }
    }

    /** An activation by Hugging Face's name for it. */
    Activation activation(String name, String otherwise) {
        Object value = has(name) ? values.get(name) : otherwise;
        Activation activation = value instanceof String word ? ACTIVATIONS.get(word) : null;
        if (activation == null) {
            throw wrong(name, "one of " + String.join(", ", ACTIVATIONS.keySet()));
        }
        return activation;
    }

    /**
     * Hugging Face's name for an activation.
     *
     * @throws IllegalArgumentException if it has none
     */
    static String name(Activation activation) {
        return ACTIVATIONS.entrySet().stream().filter(known -> known.getValue() == activation).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "save: Hugging Face has no name for the activation " + activation))
                .getKey();
    }

    /** One of a few words; the first is the default. */
    String word(String name, String... known) {
        Object value = has(name) ? values.get(name) : known[0];
        if (!List.of(known).contains(value)) {
            throw wrong(name, Arrays.stream(known).map(Json::kind).collect(Collectors.joining(" or ")));
        }
        return (String) value;
    }

    /** Whether there is a value, and not null. */
    boolean has(String name) {
        return values.containsKey(name) && values.get(name) != Json.NULL;
    }

    /** Whether the value is there and is null. */
    boolean isNull(String name) {
        return values.get(name) == Json.NULL;
    }

    ModelFileException error(String problem) {
        return new ModelFileException(file, problem);
    }

    private ModelFileException wrong(String name, String expected) {
        String got = values.containsKey(name) ? Json.kind(values.get(name)) : "nothing";
        return error(name + ": expected " + expected + ", got " + got);
    }
}
