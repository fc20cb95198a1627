package spotlight.chart;

import java.util.Locale;

/** Numbers as the charts write them: a real minus sign, no minus before zero. */
final class Numbers {
    private Numbers() {
    }

    /** A number with fixed decimals; infinities as signs, NaN as a dash. */
    static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(value));
        boolean zero = text.chars().allMatch(c -> c == '0' || c == '.');
        return value < 0 && !zero ? "−" + text : text;
    }

    /** A number with at most four digits that count: 0.25, 1500, 2.5e−7. */
    static String brief(double value) {
        return brief(value, 4);
    }

    /** A number with at most so many digits that count; whole parts stay whole. */
    static String brief(double value, int digits) {
        double size = Math.abs(value);
        if (size != 0 && Double.isFinite(value) && (size < 1e-4 || size >= 1e7)) {
            String[] parts = String.format(Locale.ROOT, "%.2e", value).split("e");
            String mantissa = parts[0].replaceAll("\\.?0+$", "");
            return (mantissa + "e" + Integer.parseInt(parts[1])).replace('-', '−');
        }
        int decimals = size == 0 ? 0 : (int) Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
        String text = fixed(value, decimals);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** 0 when every finite value is whole, else 2. */
    static int decimalsFor(float[] values) {
        for (float value : values) {
            if (Float.isFinite(value) && value != Math.rint(value)) {
                return 2;
            }
        }
        return 0;
    }
}
