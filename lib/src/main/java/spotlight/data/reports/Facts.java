package spotlight.data.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a report fills into the places of its sentences: values drawn at random, no two alike that could be mixed up. */
final class Facts {
    private static final List<String> TOWNS = List.of("Ashford", "Bramley", "Calder", "Dunmore", "Elmsworth", "Fenwick",
            "Garston", "Hadley", "Ilford", "Jarrow", "Kelby", "Langport", "Marlow", "Norton", "Oakham", "Penrith",
            "Quorn", "Redhill", "Selby", "Thornton", "Upton", "Verwood", "Wexford", "Yarmouth");
    private static final List<String> FIRST = List.of("Anna", "Ben", "Clara", "David", "Emma", "Frank", "Grace",
            "Henry",
            "Ivy", "James", "Kate", "Leo", "Maria", "Noah", "Olga", "Peter", "Rosa", "Simon", "Tessa", "Victor");
    private static final List<String> LAST = List.of("Adams", "Baker", "Cole", "Dawson", "Ellis", "Fox", "Green",
            "Hale",
            "Irwin", "Jones", "King", "Lane", "Miller", "Nash", "Owens", "Price", "Reed", "Stone", "Turner", "Wood");
    private static final List<String> DAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
            "Sunday");
    private static final List<String> WEATHER = List.of("warm", "cold", "wet", "windy", "grey", "bright");
    private static final int SMALLEST = 2;
    private static final int LARGEST = 60;
    private static final int MOST_GOALS = 9;

    private final Random random;
    private final Map<String, String> values = new HashMap<>();

    Facts(Random random) {
        this.random = random;
    }

    /** A sentence with its places filled; what was filled in before stays the same. */
    String fill(String sentence) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
            int close = sentence.indexOf('}', open);
            text.append(sentence, from, open).append(value(sentence.substring(open + 1, close)));
            from = close + 1;
        }
        return text.append(sentence.substring(from)).toString();
    }

    String value(String place) {
        String known = values.get(place);
        return known != null ? known : put(place, fresh(place));
    }

    /** What stands in this place from now on. */
    String put(String place, String value) {
        values.put(place, value);
        return value;
    }

    /** Lets these places be filled anew. */
    Facts forget(String... places) {
        values.keySet().removeAll(List.of(places));
        return this;
    }

    /** The number of goals: the winners have more. */
    void score() {
        int most = SMALLEST + random.nextInt(MOST_GOALS - SMALLEST);
        put("n", "" + most);
        put("m", "" + random.nextInt(most));
    }

    /** A value for this place that is not in use for another. */
    String fresh(String place) {
        String value;
        do {
            value = draw(place);
        } while (values.containsValue(value));
        return value;
    }

    private String draw(String place) {
        return switch (place) {
            case "town", "guest", "elsewhere" -> pick(TOWNS);
            case "who", "other" -> pick(FIRST) + " " + pick(LAST);
            case "day" -> pick(DAYS);
            case "weather" -> pick(WEATHER);
            default -> "" + (SMALLEST + random.nextInt(LARGEST - SMALLEST + 1));
        };
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }
}
