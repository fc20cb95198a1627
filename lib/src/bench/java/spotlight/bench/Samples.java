package spotlight.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Measured values by task and contestant. */
final class Samples {
    private final Map<String, List<Double>> values = new TreeMap<>();

    void add(String task, String contestant, double value) {
        values.computeIfAbsent(key(task, contestant), key -> new ArrayList<>()).add(value);
    }

    /** The middle value; empty if there is none. */
    OptionalDouble median(String task, String contestant) {
        return median(values.getOrDefault(key(task, contestant), List.of()));
    }

    /** The smallest value; empty if there is none. */
    OptionalDouble least(String task, String contestant) {
        return values.getOrDefault(key(task, contestant), List.of()).stream().mapToDouble(Double::doubleValue).min();
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

    private static String key(String task, String contestant) {
        return task + "\t" + contestant;
    }

    /** How far a typical sample lies from its median, in percent of it; empty if nothing was sampled twice. */
    OptionalDouble spreadPercent() {
        List<Double> spreads = new ArrayList<>();
        for (List<Double> all : values.values()) {
            double middle = median(all).orElse(0);
            if (all.size() > 2 && middle > 0) {
                spreads.add(100 * median(all.stream().map(x -> Math.abs(x - middle)).toList()).orElseThrow() / middle);
            }
        }
        return median(spreads);
    }

    /** Everything measured: task, contestant, values, one line each. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        values.forEach((key, all) -> lines.append(key).append('\t').append(all).append('\n'));
        return lines.toString();
    }
}
