package spotlight.gradebook;

/** The gradebook cannot be written from what it was given: one line that names the place and the problem. */
public final class GradebookException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param problem what is wrong, and what to do about it, in one line */
    public GradebookException(String problem) {
        super(problem);
    }

    /**
     * @param file the file's name, without its folder
     * @param line counted from 1
     * @param problem what is wrong there, and what was expected
     */
    public GradebookException(String file, long line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
