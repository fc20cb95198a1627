package spotlight.grader;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far a learner has come.
 *
 * @param exercises one entry an exercise, in the order of their numbers
 */
public record Standing(List<Entry> exercises) {
    private static final int BAR = 20;

    /** A copy of the list is kept. */
    public Standing {
        exercises = List.copyOf(exercises);
    }

    /** Where an exercise stands. */
    public enum State {
        /** All points. */
        DONE("✓", "done"),
        /** Begun: some test has run, or the file does not compile. */
        TRIED("◐", "tried"),
        /** The stub says {@code todo} wherever it is asked. */
        UNTOUCHED("○", "untouched");

        private final String symbol;
        private final String text;

        State(String symbol, String text) {
            this.symbol = symbol;
            this.text = text;
        }

        /** One character that says the same. */
        public String symbol() {
            return symbol;
        }

        /** In words. */
        public String text() {
            return text;
        }
    }

    /**
     * One exercise.
     *
     * @param title  number and title
     * @param points earned
     * @param max    possible
     */
    public record Entry(String title, State state, int points, int max) {
        /** {@code 2}, the number of its chapter. */
        public int chapter() {
            return ExerciseNumber.of(title).chapter();
        }
    }

    /** The chapters that have exercises, by number. */
    public Map<Integer, Standing> chapters() {
        return exercises.stream().collect(Collectors.groupingBy(Entry::chapter, TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), Standing::new)));
    }

    /** How many exercises stand there. */
    public long count(State state) {
        return exercises.stream().filter(entry -> entry.state() == state).count();
    }

    /** Points earned. */
    public int points() {
        return exercises.stream().mapToInt(Entry::points).sum();
    }

    /** Points possible. */
    public int max() {
        return exercises.stream().mapToInt(Entry::max).sum();
    }

    /** A bar of the points earned, {@code ████░░░░}, as long in every row. */
    public String bar() {
        int full = max() == 0 ? 0 : BAR * points() / max();
        return "█".repeat(full) + "░".repeat(BAR - full);
    }

    /** As plain text: a line a chapter and one for all. @param each whether every exercise gets a line of its own, too */
    public String text(boolean each) {
        StringBuilder text = new StringBuilder();
        chapters().forEach((chapter, standing) -> {
            text.append(standing.row("chapter " + String.format(Locale.ROOT, "%02d", chapter)));
            if (each) {
                standing.exercises.forEach(entry -> text.append(String.format(Locale.ROOT,
                        "    %s %-9s %3d of %d  %s%n",
                        entry.state().symbol(), entry.state().text(), entry.points(), entry.max(), entry.title())));
            }
        });
        return text.append(row("all")).toString();
    }

    private String row(String name) {
        return String.format(Locale.ROOT, "%-10s %s %4d of %d points; %d done, %d tried, %d untouched%n", name, bar(),
                points(), max(), count(State.DONE), count(State.TRIED), count(State.UNTOUCHED));
    }
}
