package spotlight.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** From value to colour. */
record Scale(double low, double high, ColorMap map) {
    /**
     * The scale of a chart.
     *
     * @param given {low, high}, or null to take it from the finite values
     * @param diverging centred on 0
     */
    static Scale of(float[] values, double[] given, boolean diverging) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (given != null) {
            low = given[0];
            high = given[1];
        } else if (low > high) {
            low = 0;
            high = 1;
        }
        if (diverging) {
            high = Math.max(Math.abs(low), Math.abs(high));
            low = -high;
        }
        if (low == high) { // all values alike: the middle of the scale
            double around = low == 0 ? 1 : Math.abs(low);
            low -= around / 2;
            high += around / 2;
        }
        return new Scale(low, high, diverging ? ColorMap.DIVERGING : ColorMap.SEQUENTIAL);
    }

    Color color(double value) {
        return map.at((value - low) / (high - low));
    }

    /** Round numbers inside the scale, at most {@code most}. */
    List<Double> ticks(int most) {
        double step = step((high - low) / Math.max(1, most));
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-6); i * step <= high + 1e-6 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** The next of 1, 2, 5, 10, 20, 50 ... (and their tenths) that is not smaller. */
    static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
