package spotlight.task;

import java.util.List;

/** Everything that can be trained: {@code ./lab train NAME}. */
public final class Tasks {
    private static final List<Task> ALL = List.of();

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
        return ALL.stream().filter(task -> task.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no task \"" + name + "\", there are " + ALL.stream().map(Task::name).toList()));
    }
}
