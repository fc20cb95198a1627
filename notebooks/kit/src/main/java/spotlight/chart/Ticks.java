package spotlight.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers on an axis and how they are written.
 *
 * @param values ascending
 * @param labels one per value
 */
record Ticks(List<Double> values, List<String> labels) {
    /** Steps of 1, 2 or 5 times a power of ten, at most {@code most} of them. @param least no smaller step than this */
    static Ticks linear(double low, double high, int most, double least) {
        double step = Math.max(least, step((high - low) / Math.max(1, most)));
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        boolean plain = decimals <= 4 && Math.max(Math.abs(low), Math.abs(high)) < 1e7;
        List<Double> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-6); i * step <= high + 1e-6 * step; i++) {
            values.add(i * step);
            labels.add(plain ? Numbers.fixed(i * step, decimals) : Numbers.brief(i * step));
        }
        return new Ticks(values, labels);
    }

    /** Powers of ten between 10^low and 10^high, or 1, 2, 5 times them where there are few. The values are exponents. */
    static Ticks logarithmic(double low, double high, int most) {
        List<Double> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        int every = (int) Math.max(1, Math.ceil((high - low) / most));
        double[] factors = 3 * (high - low) <= most ? new double[] {1, 2, 5} : new double[] {1};
        for (int power = (int) Math.floor(low); power <= high; power++) {
            for (double factor : factors) {
                double exponent = power + Math.log10(factor);
                if (exponent >= low - 1e-9 && exponent <= high + 1e-9 && Math.floorMod(power, every) == 0) {
                    values.add(exponent);
                    labels.add(factors.length == 1 ? powerOfTen(power) : Numbers.brief(factor * Math.pow(10, power)));
                }
            }
        }
        return new Ticks(values, labels);
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

    private static String powerOfTen(int power) {
        if (power >= -3 && power <= 5) {
            return Numbers.brief(Math.pow(10, power));
        }
        StringBuilder text = new StringBuilder("10").append(power < 0 ? "⁻" : "");
        Integer.toString(Math.abs(power)).chars().forEach(digit -> text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')));
        return text.toString();
    }
}
