package spotlight.task;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.zip.CRC32;
import spotlight.file.ModelFileException;
import spotlight.io.Safetensors;
import spotlight.tensor.Tensor;
import spotlight.train.Optimizer;

/**
 * A training as it stands between two steps: with this it goes on as if nothing had happened, to the bit.
 *
 * @param step       how many steps were taken
 * @param weights    the model's weights by name
 * @param optimizer  what the optimizer remembers
 * @param losses     of the steps taken
 * @param seconds    how long they took
 * @param conditions what must be the same for going on to make sense, by name: {@code seed}, {@code schedule}, …
 */
record Checkpoint(int step, Map<String, Tensor> weights, Optimizer.State optimizer, float[] losses, double seconds,
        Map<String, String> conditions) {
    private static final String WEIGHTS = "weights/";
    private static final String OPTIMIZER = "optimizer/";
    private static final String LOSSES = "losses";
    private static final String CONDITION = "condition/";

    /** Writes a safetensors file, whole or not at all. */
    void write(Path file) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        weights.forEach((name, value) -> tensors.put(WEIGHTS + name, value));
        optimizer.arrays().forEach((name, value) -> tensors.put(OPTIMIZER + name, value));
        tensors.put(LOSSES, Tensor.vector(losses));
        Map<String, String> about = new LinkedHashMap<>();
        about.put("step", "" + step);
        about.put("optimizer steps", "" + optimizer.steps());
        about.put("seconds", "" + seconds);
        about.put("sum of all numbers", sum(tensors));
        conditions.forEach((name, value) -> about.put(CONDITION + name, value));
        Safetensors.write(file, tensors, about);
    }

    /**
     * Reads a file.
     *
     * @throws ModelFileException if it is damaged, or no checkpoint
     */
    static Checkpoint read(Path file) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Map<String, String> about;
        try (Safetensors open = new Safetensors(file)) {
            open.names().forEach(name -> tensors.put(name, open.tensor(name)));
            about = open.metadata();
        }
        if (!tensors.containsKey(LOSSES) || !sum(tensors).equals(about.get("sum of all numbers"))) {
            throw new ModelFileException(file, "is no checkpoint, or its numbers have changed since it was written");
        }
        try {
            return new Checkpoint(Integer.parseInt(about.get("step")), below(WEIGHTS, tensors),
                    new Optimizer.State(Integer.parseInt(about.get("optimizer steps")), below(OPTIMIZER, tensors)),
                    tensors.get(LOSSES).data(), Double.parseDouble(about.get("seconds")), below(CONDITION, about));
        } catch (NumberFormatException | NullPointerException e) {
            throw new ModelFileException(file, "is no checkpoint: " + e.getMessage(), e);
        }
    }

    /** What differs from these conditions, for people; empty if nothing does. */
    String differencesTo(Map<String, String> now) {
        StringJoiner names = new StringJoiner(", ");
        now.forEach((name, value) -> {
            if (!value.equals(conditions.get(name))) {
                names.add(name);
            }
        });
        return names.toString();
    }

    private static <T> Map<String, T> below(String prefix, Map<String, T> all) {
        Map<String, T> below = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                below.put(name.substring(prefix.length()), value);
            }
        });
        return below;
    }

    private static String sum(Map<String, Tensor> tensors) {
        CRC32 sum = new CRC32();
        tensors.keySet().stream().sorted().forEach(name -> Conditions.update(sum, name, tensors.get(name)));
        return Long.toHexString(sum.getValue());
    }
}
