package spotlight.task;

import java.util.List;

/**
 * What to expect of a training, and what was seen: a task's {@link Result} and under which conditions it came about.
 *
 * @param task    its name
 * @param title   its title
 * @param result  what it gave
 * @param seed    of all random choices
 * @param threads how many shared the work
 * @param quick   whether it was the small training of tests
 * @param seconds for everything: data, training, measuring
 * @param stages  what was trained, with its losses
 */
public record Card(String task, String title, Result result, long seed, int threads, boolean quick, double seconds,
        List<Stage> stages) {

    public Card {
        stages = List.copyOf(stages);
    }
}
