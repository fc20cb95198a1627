package spotlight.golden;

import java.util.HashMap;
import java.util.Map;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;

/** A golden case whose tensors take part in learning: what is asked for becomes a parameter, once. */
record GoldenVars(GoldenCase given, Map<String, Var> tracked) {

    GoldenVars(GoldenCase given) {
        this(given, new HashMap<>());
    }

    Var input(String name) {
        return tracked.computeIfAbsent("inputs." + name, key -> Var.parameter(given.input(name)));
    }

    Var param(String name) {
        return tracked.computeIfAbsent("params." + name, key -> Var.parameter(given.param(name)));
    }

    /** A parameter that may be left out, and then is this constant. */
    Var paramOr(String name, Tensor otherwise) {
        return given.hasParam(name) ? param(name) : Var.constant(otherwise);
    }

    int[] ids(String input) {
        return given.inputValues(input).integers();
    }

    int number(String attribute) {
        return (int) given.number(attribute);
    }
}
