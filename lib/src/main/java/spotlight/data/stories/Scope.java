package spotlight.data.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The variables chosen so far, without saying what was chosen: how likely each choice is. */
final class Scope {
    private final Map<String, Item.Pick> picks = new LinkedHashMap<>();

    Scope copy() {
        Scope copy = new Scope();
        copy.picks.putAll(picks);
        return copy;
    }

    void add(Item.Pick pick) {
        picks.put(pick.variable(), pick);
    }

    /** The expectation of a value that depends on these variables: {@code sum p(choices) value(choices)}. */
    double expect(List<String> variables, ToDoubleFunction<Map<String, Integer>> value) {
        List<Item.Pick> order = new ArrayList<>();
        variables.forEach(variable -> need(variable, order));
        return expect(order, 0, new HashMap<>(), value);
    }

    /** A choice that excludes another one comes behind it. */
    private void need(String variable, List<Item.Pick> order) {
        Item.Pick pick = picks.get(variable);
        if (!pick.not().isEmpty()) {
            need(pick.not(), order);
        }
        if (!order.contains(pick)) {
            order.add(pick);
        }
    }

    private static double expect(List<Item.Pick> order, int at, Map<String, Integer> chosen,
            ToDoubleFunction<Map<String, Integer>> value) {
        if (at == order.size()) {
            return value.applyAsDouble(chosen);
        }
        Item.Pick pick = order.get(at);
        int without = pick.not().isEmpty() ? -1 : chosen.get(pick.not());
        double sum = 0;
        for (int entry = 0; entry < pick.table().size(); entry++) {
            double p = pick.table().weights().probability(entry, without);
            if (p > 0) {
                chosen.put(pick.variable(), entry);
                sum += p * expect(order, at + 1, chosen, value);
            }
        }
        return sum;
    }
}
