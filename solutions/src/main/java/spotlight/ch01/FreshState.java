package spotlight.ch01;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Solution of exercise 1.6, find the bug. The two mistakes were: the state was set to the start once, before the first
 * sample, so that each sample began where the one before had ended; and the filling behind a short sample was read as if
 * it were tokens.
 */
public final class FreshState {
    private static final double ROUNDING = 1e-9;

    private FreshState() {
    }

    /** The state of each sample after its last real token. */
    public static double[][] lastStates(BinaryOperator<double[]> cell, double[][][] samples, int[] lengths,
            double[] start) {
        double[][] last = new double[samples.length][];
        for (int s = 0; s < samples.length; s++) {
            double[] h = start;
            for (int t = 0; t < lengths[s]; t++) {
                h = cell.apply(samples[s][t], h);
            }
            last[s] = h;
        }
        return last;
    }

    /** Whether what is read of some sample depends on the samples before it. */
    public static boolean leaks(Function<double[][][], double[][]> reader, double[][][] samples) {
        double[][] together = reader.apply(samples);
        for (int s = 0; s < samples.length; s++) {
            double[] alone = reader.apply(Arrays.copyOfRange(samples, s, s + 1))[0];
            for (int i = 0; i < alone.length; i++) {
                if (Math.abs(together[s][i] - alone[i]) > ROUNDING) {
                    return true;
                }
            }
        }
        return false;
    }
}
