package spotlight.task;

/**
 * A part of a training: one model, or one way of teaching it.
 *
 * @param name    what is trained
 * @param losses  the loss of each step
 * @param seconds how long it took
 */
public record Stage(String name, float[] losses, double seconds) {
}
