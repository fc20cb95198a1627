package spotlight.check;

/** The marker for work still to do, and the one rule by which two numbers count as equal. */
public final class Check {
    private Check() {
    }

    /**
     * Stands in for the body of an exercise: {@code return todo("2.1");}. Fits any return type.
     *
     * @param exercise the number of the exercise, for instance {@code "2.1"}
     * @throws NotAttempted always
     */
    public static <T> T todo(String exercise) {
        throw new NotAttempted(exercise);
    }

    /**
     * Whether two numbers are equal within a tolerance, {@code |actual - expected| <= atol + rtol |expected|}. NaN is
     * close to nothing, an infinity only to itself.
     */
    public static boolean close(double actual, double expected, double rtol, double atol) {
        return actual == expected || Math.abs(actual - expected) <= atol + rtol * Math.abs(expected)
                && !Double.isInfinite(expected);
    }
}
