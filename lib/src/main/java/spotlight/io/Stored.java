package spotlight.io;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import spotlight.file.ModelFileException;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** The weights of a model as a safetensors file has them: read by name, with the shape that they must have. */
final class Stored {
    private final Safetensors file;
    private final Map<String, Tensor> weights = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();

    Stored(Safetensors file) {
        this.file = file;
    }

    /**
     * Reads the weight that we call {@code ours} and the file {@code theirs}.
     *
     * @param transposed whether the file has it transposed
     * @param shape      that in the file
     */
    void read(String ours, String theirs, boolean transposed, int... shape) {
        String name = name(theirs);
        int[] actual = file.shape(name);
        if (!Arrays.equals(actual, shape)) {
            throw Header.error(file.path(), name, "shape " + Shapes.format(actual) + ", config.json needs "
                    + Shapes.format(shape));
        }
        weights.put(ours, transposed ? file.transposed(name) : file.tensor(name));
        read.add(name);
    }

    /** The name in this file: GPT-2's own has no prefix, and BERT's own calls the weights of a norm gamma and beta. */
    private String name(String theirs) {
        String plain = theirs.replaceFirst("^transformer\\.", "");
        String old = theirs.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta");
        return Stream.of(plain, old).filter(file::has).findFirst().orElse(theirs);
    }

    /** All that was read; what is left in the file must be known to be of no use. */
    Map<String, Tensor> weights(Predicate<String> useless) {
        for (String name : file.names()) {
            if (!read.contains(name) && !useless.test(name)) {
                throw new ModelFileException(file.path(),
                        "tensor " + name + ": a model as in config.json has no place for it");
            }
        }
        return weights;
    }
}
