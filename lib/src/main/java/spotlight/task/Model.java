package spotlight.task;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import spotlight.file.ModelFileException;
import spotlight.io.Safetensors;
import spotlight.model.Weights;
import spotlight.tensor.Tensor;

/**
 * A trained model as it is kept: its weights, and what is needed to use them.
 *
 * @param weights all of them; read from a file they are in the order of their names
 * @param about   sizes, vocabulary and whatever else its task needs to build it again, as text
 */
public record Model(Weights weights, Map<String, String> about) {
    static final String SUFFIX = ".safetensors";

    public Model {
        about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
    }

    /**
     * What is said about the model under this name.
     *
     * @throws IllegalArgumentException if there is nothing
     */
    public String about(String name) {
        String text = about.get(name);
        if (text == null) {
            throw new IllegalArgumentException(
                    "model: nothing is said about \"" + name + "\", only about " + about.keySet());
        }
        return text;
    }

    /** Writes a safetensors file, which PyTorch reads too. */
    void write(Path file) {
        Map<String, String> metadata = new LinkedHashMap<>(about);
        metadata.put("format", "pt");
        Safetensors.write(file, weights.tensors(), metadata);
    }

    /**
     * Reads a safetensors file.
     *
     * @throws ModelFileException if it is missing or damaged
     */
    static Model read(Path file) {
        try (Safetensors open = new Safetensors(file)) {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            open.names().forEach(name -> tensors.put(name, open.tensor(name)));
            Map<String, String> about = new LinkedHashMap<>(open.metadata());
            about.remove("format");
            return new Model(Weights.of(tensors), about);
        }
    }
}
