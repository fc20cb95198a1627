package spotlight.gradebook;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What handing in late costs, in words: {@code "10 % a day, at most 50 %"}, {@code "20 %"} once, {@code "none"}.
 *
 * @param percent   of the points earned, or of the maximum, for each step that has begun
 * @param step      the length of a step; zero if the percentage is taken off once
 * @param most      percent, at most
 * @param ofMaximum whether percentages are of the maximum instead of the points earned
 */
public record LateRule(BigDecimal percent, Duration step, BigDecimal most, boolean ofMaximum) {
    /** Late costs nothing. */
    public static final LateRule NONE = new LateRule(BigDecimal.ZERO, Duration.ZERO, BigDecimal.ZERO, false);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String PERCENT = "(\\d{1,3}(?:\\.\\d{1,2})?) ?%";
    private static final Pattern RULE = Pattern.compile(PERCENT
            + "( of the maximum)?(?: (?:a|an|per) (hour|day|week)(?:, at most " + PERCENT + ")?)?");

    /** @throws IllegalArgumentException if it is no such rule */
    public static LateRule parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.equals("none")) {
            return NONE;
        }
        Matcher rule = RULE.matcher(plain);
        if (!rule.matches()) {
            throw new IllegalArgumentException("late rule: \"" + Visible.line(text)
                    + "\" is not like \"10 % a day, at most 50 %\"");
        }
        BigDecimal percent = new BigDecimal(rule.group(1));
        BigDecimal most = rule.group(4) == null ? HUNDRED : new BigDecimal(rule.group(4));
        if (percent.compareTo(HUNDRED) > 0 || most.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("late rule: \"" + Visible.line(text) + "\" takes more than 100 %");
        }
        return new LateRule(percent, step(rule.group(3)), most, rule.group(2) != null);
    }

    private static Duration step(String unit) {
        if (unit == null) {
            return Duration.ZERO;
        }
        return unit.equals("hour") ? Duration.ofHours(1) : Duration.ofDays(unit.equals("day") ? 1 : 7);
    }

    /** How many percent so much lateness costs: a step that has begun counts. */
    public BigDecimal percentFor(Duration late) {
        if (late.isNegative() || late.isZero()) {
            return BigDecimal.ZERO;
        }
        long steps = step.isZero() ? 1 : (late.toMillis() + step.toMillis() - 1) / step.toMillis();
        return percent.multiply(BigDecimal.valueOf(steps)).min(most);
    }

    /** The points to take off: never more than there are. */
    public BigDecimal deduction(BigDecimal earned, BigDecimal max, Duration late) {
        return Decimal.percent(ofMaximum ? max : earned, percentFor(late)).min(earned);
    }

    /** In words, as {@link #parse} reads it. */
    public String text() {
        if (percent.signum() == 0) {
            return "none";
        }
        String unit = step.isZero() ? "" : step.toHours() == 1 ? " an hour" : step.toDays() == 1 ? " a day" : " a week";
        return Decimal.text(percent) + " %" + (ofMaximum ? " of the maximum" : "") + unit
                + (step.isZero() || most.compareTo(HUNDRED) == 0 ? "" : ", at most " + Decimal.text(most) + " %");
    }
}
