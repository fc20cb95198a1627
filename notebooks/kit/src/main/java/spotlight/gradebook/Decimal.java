package spotlight.gradebook;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Points as exact numbers with at most two decimals: sums come out the same in every order. */
final class Decimal {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Decimal() {
    }

    static BigDecimal of(long value) {
        return BigDecimal.valueOf(value);
    }

    /** A number that is not negative, with a point or a comma. @throws NumberFormatException if it is none */
    static BigDecimal parse(String text) {
        String plain = text.strip().replace(',', '.');
        if (!plain.matches("\\d{1,9}(\\.\\d{1,4})?")) {
            throw new NumberFormatException("\"" + Visible.line(text) + "\" is not a number like 7 or 2.5");
        }
        return new BigDecimal(plain);
    }

    /** {@code value * part / whole}, to two decimals; 0 if the whole is 0. */
    static BigDecimal share(BigDecimal value, BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? BigDecimal.ZERO
                : value.multiply(part).divide(whole, 2, RoundingMode.HALF_UP);
    }

    /** {@code percent} hundredths of a value, to two decimals. */
    static BigDecimal percent(BigDecimal value, BigDecimal percent) {
        return share(value, percent, HUNDRED);
    }

    /** Part of the whole in percent, for charts and bars; 0 if the whole is 0. */
    static double percentOf(BigDecimal part, BigDecimal whole) {
        return share(HUNDRED, part, whole).doubleValue();
    }

    /** The shortest form: {@code 7}, {@code 2.5}. */
    static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** The same value in its shortest form, for JSON. */
    static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(text(value));
    }

    /** {@code 7 points}, {@code 1 point} */
    static String points(BigDecimal value) {
        return text(value) + (value.compareTo(BigDecimal.ONE) == 0 ? " point" : " points");
    }

    /** {@code 7 of 10 points} */
    static String of(BigDecimal points, BigDecimal max) {
        return text(points) + " of " + points(max);
    }
}
