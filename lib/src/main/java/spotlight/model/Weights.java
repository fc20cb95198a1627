package spotlight.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import spotlight.grad.Var;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * The weights of a model by name, in the order they were made: what PyTorch calls a state_dict. Names have parts,
 * {@code encoder.layers.0.linear1.weight}; a layer sees its own part only, through a view.
 *
 * <pre>{@code
 * Weights weights = new Weights();
 * Weights layer = weights.in("encoder").in("layers.0");
 * layer.parameter("linear1.weight", random.randn(4, 2));
 * weights.get("encoder.layers.0.linear1.weight"); // the same
 * }</pre>
 */
public final class Weights {
    private final Map<String, Var> shared; // by full name
    private final String prefix; // "" or "encoder.layers.0."

    /** None yet. */
    public Weights() {
        this(new LinkedHashMap<>(), "");
    }

    private Weights(Map<String, Var> shared, String prefix) {
        this.shared = shared;
        this.prefix = prefix;
    }

    /** Weights that all learn, made of these tensors: of the tensors themselves, not of copies. */
    public static Weights of(Map<String, Tensor> tensors) {
        Weights weights = new Weights();
        tensors.forEach(weights::parameter);
        return weights;
    }

    /** The weights below {@code part.}: a view, what is added here is there and the other way round. */
    public Weights in(String part) {
        return new Weights(shared, prefix + part + ".");
    }

    /** Where this view is, for instance {@code encoder.layers.0}; empty for the whole. */
    public String path() {
        return prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
    }

    /**
     * Adds one that learns.
     *
     * @return the new weight
     * @throws IllegalArgumentException if there is one of this name
     */
    public Var parameter(String name, Tensor value) {
        return add(name, Var.parameter(value));
    }

    /** Adds one that stays as it is. */
    public Var constant(String name, Tensor value) {
        return add(name, Var.constant(value));
    }

    /** Gives a weight that exists a second name: both learn together. */
    public Var share(String name, Var weight) {
        return add(name, weight);
    }

    private Var add(String name, Var weight) {
        Shapes.require(!shared.containsKey(prefix + name), () -> "weights: " + prefix + name + " exists already");
        shared.put(prefix + name, weight);
        return weight;
    }

    /**
     * The weight of this name.
     *
     * @throws IllegalArgumentException if there is none; the message says which names there are
     */
    public Var get(String name) {
        Var weight = shared.get(prefix + name);
        if (weight == null) {
            Set<String> names = all().keySet();
            throw new IllegalArgumentException("weights: no " + prefix + name + ", "
                    + (names.isEmpty() ? "there are none at all here" : "there are " + listed(names)));
        }
        return weight;
    }

    /** Whether there is a weight of this name. */
    public boolean has(String name) {
        return shared.containsKey(prefix + name);
    }

    /** All weights of this view, by their names in it, in the order they were made. */
    public Map<String, Var> all() {
        Map<String, Var> all = new LinkedHashMap<>();
        shared.forEach((name, weight) -> {
            if (name.startsWith(prefix)) {
                all.put(name.substring(prefix.length()), weight);
            }
        });
        return all;
    }

    /** Those that learn, each once however many names it has. */
    public List<Var> params() {
        Set<Var> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Var> params = new ArrayList<>();
        for (Var weight : all().values()) {
            if (weight.tracked() && seen.add(weight)) {
                params.add(weight);
            }
        }
        return params;
    }

    /** How many numbers there are to learn. */
    public long count() {
        return params().stream().mapToLong(weight -> weight.value().size()).sum();
    }

    /** The values by name: the tensors themselves, not copies. */
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        all().forEach((name, weight) -> tensors.put(name, weight.value()));
        return tensors;
    }

    /**
     * Copies values into these weights.
     *
     * @param tensors a value for each weight of this view, and for nothing else
     * @throws IllegalArgumentException if one is missing, unexpected or of another shape; no weight is changed then
     */
    public void load(Map<String, Tensor> tensors) {
        Map<String, Var> all = all();
        all.forEach((name, weight) -> {
            Tensor value = tensors.get(name);
            Shapes.require(value != null, () -> "load: no value for weight " + prefix + name + " "
                    + Shapes.format(weight.shape()) + " among " + tensors.size() + " tensors");
            Shapes.require(Arrays.equals(weight.shape(), value.shape()), () -> "load: weight " + prefix + name + " "
                    + Shapes.format(weight.shape()) + " and its value " + Shapes.format(value.shape())
                    + " differ in shape");
        });
        tensors.forEach((name, value) -> Shapes.require(all.containsKey(name), () -> "load: the value " + name + " "
                + Shapes.format(value.shape()) + " belongs to none of the " + all.size() + " weights"));
        all.forEach((name, weight) -> {
            float[] value = tensors.get(name).data();
            System.arraycopy(value, 0, weight.value().data(), 0, value.length);
        });
    }

    /** The first few names, and how many more. */
    private static String listed(Set<String> names) {
        int most = 12;
        StringJoiner list = new StringJoiner(", ");
        names.stream().limit(most).forEach(list::add);
        return names.size() <= most ? list.toString() : list + " and " + (names.size() - most) + " more";
    }
}
