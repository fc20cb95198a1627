package spotlight.grader;

/** How one test method ended, from best to worst. */
public enum Status {
    /** Right: it earns its points. */
    PASSED("✓", "passed"),
    /** The stub says {@code todo}, or the test did not run. */
    NOT_ATTEMPTED("○", "not attempted"),
    /** Wrong. */
    FAILED("✗", "failed"),
    /** Ended at the time limit. */
    TIMED_OUT("⧖", "timed out");

    private final String symbol;
    private final String text;

    Status(String symbol, String text) {
        this.symbol = symbol;
        this.text = text;
    }

    /** One character that says the same as the colour. */
    public String symbol() {
        return symbol;
    }

    /** In words: {@code "not attempted"}. */
    public String text() {
        return text;
    }

    Status worse(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
