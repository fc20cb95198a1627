package spotlight.task;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A number that tells how well something was learned, beside what it is to be compared with.
 *
 * <pre>{@code
 * Score.atLeast("accuracy on held-out reviews", 98.3, "%", 97).beside("bag of words", 71.25)
 * }</pre>
 *
 * @param what           what was measured, and on what
 * @param value          the number; in percent, if that is the unit
 * @param unit           {@code %}, {@code bits per character}, … or empty
 * @param goal           what must be reached; NaN if it is only measured
 * @param higherIsBetter whether the goal is the least allowed, or the greatest
 * @param baselines      what others reach, in the same unit, by name
 */
public record Score(String what, double value, String unit, double goal, boolean higherIsBetter,
        Map<String, Double> baselines) {

    public Score {
        baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
    }

    /** A number without a goal. */
    public static Score measured(String what, double value, String unit) {
        return new Score(what, value, unit, Double.NaN, true, Map.of());
    }

    /** A number that must not be less than the goal. */
    public static Score atLeast(String what, double value, String unit, double goal) {
        return new Score(what, value, unit, goal, true, Map.of());
    }

    /** A number that must not be more than the goal. */
    public static Score atMost(String what, double value, String unit, double goal) {
        return new Score(what, value, unit, goal, false, Map.of());
    }

    /** The same with another number to compare it with. */
    public Score beside(String baseline, double itsValue) {
        Map<String, Double> more = new LinkedHashMap<>(baselines);
        more.put(baseline, itsValue);
        return new Score(what, value, unit, goal, higherIsBetter, more);
    }

    /** Whether there is a goal. */
    public boolean hasGoal() {
        return !Double.isNaN(goal);
    }

    /** False if there is a goal and it was missed; a value that is no number misses every goal. */
    public boolean reached() {
        return !hasGoal() || (higherIsBetter ? value >= goal : value <= goal);
    }

    /** The value with its unit, for instance {@code 98.30 %}. */
    public String valueText() {
        return number(value) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** The goal, for instance {@code >= 97 %}; empty if there is none. */
    public String goalText() {
        if (!hasGoal()) {
            return "";
        }
        String plain = number(goal).replaceFirst("\\.?0+$", "");
        return (higherIsBetter ? ">= " : "<= ") + plain + (unit.isEmpty() ? "" : " " + unit);
    }

    /** A number as this score's are written: percent with two places after the point, others with four. */
    public String number(double x) {
        return String.format(Locale.ROOT, unit.equals("%") ? "%.2f" : "%.4f", x);
    }
}
