package spotlight.ch13;

/**
 * Exercise 13.1, the cost of a training: three numbers, and you know what a laboratory had to pay.
 *
 * <p>Each parameter is used for each token: one multiplication and one addition forward, twice as many backward (for the
 * gradients of the inputs and of the weights). So a training takes about
 *
 * <pre>{@code
 * C = 6 N D     N parameters (those that a token uses), D training tokens      (Kaplan et al. 2020, section 2.1)
 * }</pre>
 *
 * <p>A processor never reaches its peak: data has to be moved. Its <i>utilisation</i> is the share of the peak that goes into
 * those 6 N D, 0.4 being good.
 *
 * <p>Example: GPT-3, N = 175e9, D = 300e9. C = 3.15e23. On 1,000 processors with a peak of 312e12 a second and a utilisation of
 * 0.4 it takes 3.15e23 / (1000 · 312e12 · 0.4) = 2.524e6 seconds, that is 29.2 days.
 *
 * <p>The other way round: DeepSeek-V3 says N = 37e9 (in use), D = 14.8e12, and 2.788e6 hours of one processor in all. So
 * each processor did 3.286e24 / (2.788e6 · 3600) = 327e12 useful operations a second, 0.33 of a peak of 989e12.
 *
 * <p><b>Predict first</b>: with ten times the money, how many times larger should the model be? Chinchilla's rule of thumb is 20
 * tokens for each parameter.
 */
public final class TrainingCost {
    private TrainingCost() {
    }

    /** The floating point operations of a training. */
    public static double flops(double parameters, double tokens) {
        return 6 * parameters * tokens;
    }

    /**
     * How many days it takes.
     *
     * @param flops       of the training
     * @param processors  that share the work
     * @param peak        operations that each of them can do in a second at best
     * @param utilisation the share of the peak that is reached, between 0 and 1
     */
    public static double days(double flops, int processors, double peak, double utilisation) {
        double seconds = flops / (processors * peak * utilisation);
        return seconds / (24 * 3600);
    }

    /**
     * The utilisation of a training whose bill is known.
     *
     * @param flops          of the training
     * @param processorHours hours of one processor, all processors together
     * @param peak           operations that one of them can do in a second at best
     */
    public static double utilisation(double flops, double processorHours, double peak) {
        return flops / (processorHours * 3600 * peak);
    }

    /** The parameters of the best model for so many operations, with 20 training tokens for each parameter. */
    public static double bestSize(double flops) {
        return Math.sqrt(flops / (6 * 20));
    }
}
