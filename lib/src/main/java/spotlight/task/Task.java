package spotlight.task;

/**
 * Something to learn, from its data to its scores. Tasks keep nothing between runs; {@link Tasks} finds them by name.
 *
 * <pre>{@code
 * Card card = Run.full(0).report(Report.lines(System.out)).perform(Tasks.named("copy"));
 * }</pre>
 */
public interface Task {

    /** What it is called on the command line: small letters, a hyphen between words. */
    String name();

    /** One line: what is learned, from what. */
    String title();

    /** About how many seconds it takes on two processors that do nothing else. */
    int seconds();

    /** Trains, and measures on the whole held-out set. The same run gives the same result, to the bit. */
    Result run(Run run);
}
