package spotlight.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Measured values by task and contestant. */
final class Samples {
    private final Map<String, List<Double>> values = new HashMap<>();

    void add(String task, String contestant, double value) {
        values.computeIfAbsent(task + "\n" + contestant, key -> new ArrayList<>()).add(value);
    }

    /** The middle value; empty if there is none. */
    OptionalDouble median(String task, String contestant) {
        return median(values.getOrDefault(task + "\n" + contestant, List.of()));
    }

    static OptionalDouble median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
    }

    /** One contestant's median over another's; empty if one of them is missing. */
    OptionalDouble ratio(String task, String over, String under) {
        return ratio(task, over, under, task);
    }

    /** The same, of two tasks. */
    OptionalDouble ratio(String task, String over, String under, String underTask) {
        OptionalDouble a = median(task, over);
        OptionalDouble b = median(underTask, under);
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(a.getAsDouble() / b.getAsDouble())
                : OptionalDouble.empty();
    }

    /** The smallest; empty if one of them is missing. */
    static OptionalDouble least(List<OptionalDouble> values) {
        return values.stream().allMatch(OptionalDouble::isPresent)
                ? values.stream().mapToDouble(OptionalDouble::getAsDouble).min()
                : OptionalDouble.empty();
    }
}
