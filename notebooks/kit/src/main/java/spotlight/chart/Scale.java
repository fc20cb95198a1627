package spotlight.chart;

import java.awt.Color;

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
        if (given == null && !diverging && low > 0 && low < high / 2) {
            low = 0; // sizes and weights are read from zero
        }
        if (low == high) { // all values alike: zero is light, others are half way from zero
            high = low == 0 ? 1 : Math.max(0, 2 * low);
            low = Math.min(0, 2 * low);
        }
        return new Scale(low, high, diverging ? ColorMap.DIVERGING : ColorMap.SEQUENTIAL);
    }

    /** True when the finite values are all alike, so that a colour bar would say nothing. */
    static boolean flat(float[] values) {
        double seen = Double.NaN;
        for (float value : values) {
            if (Float.isFinite(value)) {
                if (!Double.isNaN(seen) && value != seen) {
                    return false;
                }
                seen = value;
            }
        }
        return true;
    }

    Color color(double value) {
        return map.at((value - low) / (high - low));
    }
}
