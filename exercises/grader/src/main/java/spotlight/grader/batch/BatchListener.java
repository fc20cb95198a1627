package spotlight.grader.batch;

/** Hears how a batch gets on; called by several threads, one at a time. */
public interface BatchListener {
    /** Something begins that takes seconds and is done once for all. @param what {@code "compiling the tests"} */
    default void prepares(String what) {
    }

    /** The number of submissions is known, and the kit's tests are compiled. */
    default void begins(int submissions) {
    }

    /** A result of an earlier run is put aside: its submission is no longer there. */
    default void left(String id) {
    }

    /**
     * A submission is done.
     *
     * @param result     what it gets
     * @param fromBefore whether an earlier run had graded it already
     */
    default void graded(SubmissionResult result, boolean fromBefore) {
    }

    /** Says nothing. */
    static BatchListener silent() {
        return new BatchListener() {
        };
    }
}
