package spotlight.io;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import spotlight.file.ModelFileException;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** The weights of a model as a safetensors file has them: read by name, with the shape that they must have. */
final class Stored {
    private final Safetensors file;
    private final String prefix;
    private final Map<String, Tensor> weights = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();

    /** @param prefix what may stand before each name, if it does so in this file: {@code transformer.} */
    Stored(Safetensors file, String prefix) {
        this.file = file;
        this.prefix = file.names().stream().anyMatch(name -> name.startsWith(prefix)) ? prefix : "";
    }

    /** Reads the weight that we call {@code ours} and the file {@code theirs}. */
    void read(String ours, String theirs, int... shape) {
        weights.put(ours, file.tensor(checked(theirs, shape)));
    }

    /** The same for a matrix that the file has transposed; the shape is that in the file. */
    void readTransposed(String ours, String theirs, int... shape) {
        weights.put(ours, file.transposed(checked(theirs, shape)));
    }

    /** The name in the file of a tensor that must be there with this shape. */
    private String checked(String theirs, int... shape) {
        String name = file.has(theirs) ? theirs : prefix + theirs;
        String old = name.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta");
        name = file.has(name) ? name : file.has(old) ? old : name; // the first BERT files have the paper's letters
        int[] actual = file.shape(name);
        if (!Arrays.equals(actual, shape)) {
            throw Header.error(file.path(), name, "shape " + Shapes.format(actual) + ", config.json needs "
                    + Shapes.format(shape));
        }
        read.add(name);
        return name;
    }

    /** All that was read; what is left in the file must be known to be of no use. */
    Map<String, Tensor> weights(Predicate<String> useless) {
        for (String name : file.names()) {
            String plain = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
            if (!read.contains(name) && !useless.test(plain)) {
                throw new ModelFileException(file.path(),
                        "tensor " + name + ": a model as in config.json has no place for it");
            }
        }
        return weights;
    }
}
