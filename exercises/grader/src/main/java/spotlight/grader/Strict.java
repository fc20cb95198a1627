package spotlight.grader;

/**
 * Strict mode, {@code -Dspotlight.strict=true}: for code that claims to be the solution. There "not attempted" and
 * every other way of not running are failures.
 */
final class Strict {
    private Strict() {
    }

    static boolean on() {
        return Boolean.getBoolean("spotlight.strict");
    }
}
