package spotlight.chart;

import java.util.function.DoubleUnaryOperator;

/**
 * One axis of a plot.
 *
 * @param low lower end, on a logarithmic axis its exponent of ten
 * @param high upper end
 */
record Axis(double low, double high, boolean log, boolean whole) {
    /** Whether the axis has its ends by command, by data, or by data and zero. */
    enum Ends {
        DATA, DATA_AND_ZERO
    }

    /**
     * An axis round the values.
     *
     * @param given {low, high}, or null
     * @param margin share of the range left free beyond the outermost values
     */
    static Axis of(double[] values, double[] given, boolean log, Ends ends, double margin) {
        DoubleUnaryOperator place = log ? Math::log10 : v -> v;
        if (given != null) {
            return new Axis(place.applyAsDouble(given[0]), place.applyAsDouble(given[1]), log, whole(values));
        }
        double low = ends == Ends.DATA ? Double.POSITIVE_INFINITY : 0;
        double high = ends == Ends.DATA ? Double.NEGATIVE_INFINITY : 0;
        for (double value : values) {
            double placed = place.applyAsDouble(value);
            if (Double.isFinite(placed)) {
                low = Math.min(low, placed);
                high = Math.max(high, placed);
            }
        }
        if (low > high) {
            low = 0;
            high = 1;
        }
        double room = high > low ? margin * (high - low) : low == 0 ? 0.5 : Math.abs(low) / 2;
        boolean zeroLow = ends == Ends.DATA_AND_ZERO && low == 0;
        boolean zeroHigh = ends == Ends.DATA_AND_ZERO && high == 0;
        return new Axis(zeroLow ? low : low - room, zeroHigh ? high : high + room, log, whole(values));
    }

    /** Where a value stands, 0 at the low end, 1 at the high end. */
    double place(double value) {
        return ((log ? Math.log10(value) : value) - low) / (high - low);
    }

    /** Where each value stands. */
    double[] places(double[] values) {
        double[] places = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            places[i] = place(values[i]);
        }
        return places;
    }

    Ticks ticks(int most) {
        return log ? Ticks.logarithmic(low, high, most) : Ticks.linear(low, high, most, whole ? 1 : 0);
    }

    private static boolean whole(double[] values) {
        for (double value : values) {
            if (value != Math.rint(value)) {
                return false;
            }
        }
        return true;
    }
}
