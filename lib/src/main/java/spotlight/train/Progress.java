package spotlight.train;

import java.util.Locale;

/**
 * How far training has come.
 *
 * @param step    how many steps were taken
 * @param steps   how many there will be
 * @param loss    the mean loss of the steps since the last report, each before its change of the parameters
 * @param norm    the length of the last gradient, before clipping
 * @param lr      the last learning rate
 * @param rate    steps per second since the last report
 * @param seconds time left at that rate
 */
public record Progress(int step, int steps, double loss, float norm, double lr, double rate, double seconds) {

    /** One line, for instance {@code step 120 of 1000, loss 2.3456, 38.2 steps/s, 0:23 left}. */
    @Override
    public String toString() {
        long left = Math.round(seconds);
        return String.format(Locale.ROOT, "step %d of %d, loss %.4f, %.1f steps/s, %d:%02d left", step, steps, loss,
                rate, left / 60, left % 60);
    }
}
