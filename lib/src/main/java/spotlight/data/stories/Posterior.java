package spotlight.data.stories;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What hidden words can be, given the others: the forward-backward algorithm. Each word leads from places to places; all
 * ways to the same place are one from there on, so that no number of gaps makes the sum long.
 */
final class Posterior {
    private final List<String> words;
    private final String gap;
    private final List<List<Way>> waysOf = new ArrayList<>(); // for each word

    /** A word between two places, given by their numbers. */
    private record Way(int from, String word, double probability, int to) {
    }

    Posterior(List<String> words, String gap) {
        this.words = words;
        this.gap = gap;
    }

    List<Map<String, Double>> of(Place start) {
        List<double[]> forward = new ArrayList<>(); // for each word: P(words before it, place before it)
        double[] backward = forward(start, forward); // P(words behind, given the place): 1 at the end, else 0
        List<Map<String, Double>> result = new ArrayList<>();
        for (int i = words.size() - 1; i >= 0; i--) {
            Map<String, Double> posterior = new TreeMap<>();
            double[] before = new double[forward.get(i).length];
            double sum = 0;
            for (Way way : waysOf.get(i)) {
                double behind = way.probability * backward[way.to];
                double p = forward.get(i)[way.from] * behind;
                if (p > 0) {
                    posterior.merge(way.word, p, Double::sum);
                }
                before[way.from] += behind;
                sum += p;
            }
            require(sum > 0);
            double total = sum;
            posterior.replaceAll((word, p) -> p / total);
            result.add(0, posterior);
            backward = before;
        }
        return result;
    }

    private double[] forward(Place start, List<double[]> forward) {
        Map<Place, Integer> places = Map.of(start, 0);
        double[] now = {1};
        for (String word : words) {
            Map<Place, Integer> next = new LinkedHashMap<>();
            List<Way> ways = ways(word, places, next);
            double[] then = new double[next.size()];
            ways.forEach(new Sum(now, then)::add);
            forward.add(now);
            waysOf.add(ways);
            places = next;
            now = then;
        }
        double[] end = new double[now.length];
        places.forEach((place, number) -> end[number] = place.isEnd() ? 1 : 0);
        return end;
    }

    private List<Way> ways(String word, Map<Place, Integer> places, Map<Place, Integer> next) {
        List<Way> ways = new ArrayList<>();
        places.forEach((place, from) -> {
            for (Step step : place.steps()) {
                if (word.equals(gap) || word.equals(step.word())) {
                    Integer to = next.computeIfAbsent(step.next(), unknown -> next.size());
                    ways.add(new Way(from, step.word(), step.probability(), to));
                }
            }
        });
        return ways;
    }

    private record Sum(double[] from, double[] to) {
        void add(Way way) {
            to[way.to] += from[way.from] * way.probability;
        }
    }

    private void require(boolean possible) {
        if (!possible) {
            throw new IllegalArgumentException("grammar: no story fits " + String.join(" ", words));
        }
    }
}
