package spotlight.task;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that can be trained: {@code ./lab train NAME}. */
public final class Tasks {
    private static final List<Task> ALL = List.of(new RecallTask(), new CopyTask(), new SortTask(), new AdditionTask(),
            new SentimentTask(), new SummariesTask(), new StoriesTask(), new MaskedWordsTask(), new TranslationTask(),
            new ChatTask());

    private Tasks() {
    }

    /** In the order of the chapters. */
    public static List<Task> all() {
        return ALL;
    }

    /**
     * The task of this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists all, and the one that was probably meant
     */
    public static Task named(String name) {
        return named(name, ALL);
    }

    /** The same among these. */
    public static Task named(String name, List<Task> tasks) {
        return tasks.stream().filter(task -> task.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no task \"" + name + "\""
                        + nearest(name, tasks).map(task -> ", did you mean " + task.name() + "?").orElse(".")
                        + " The tasks are " + tasks.stream().map(Task::name).collect(Collectors.joining(", "))));
    }

    /** The task whose name is fewest typing mistakes away, if it is no more than half the name. */
    private static Optional<Task> nearest(String name, List<Task> tasks) {
        return tasks.stream().min(Comparator.comparingInt(task -> distance(name, task.name())))
                .filter(task -> 2 * distance(name, task.name()) <= task.name().length());
    }

    /** How many letters must be changed, added or left out to make b of a, capital letters or small. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int change = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
