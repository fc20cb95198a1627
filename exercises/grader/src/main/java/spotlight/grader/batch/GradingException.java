package spotlight.grader.batch;

/** The machine, not a submission, is in the way: nobody is graded until it is mended. */
public final class GradingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String fix;

    GradingException(String problem, String fix) {
        super(problem);
        this.fix = fix;
    }

    /** What can be done about it. */
    public String fix() {
        return fix;
    }
}
