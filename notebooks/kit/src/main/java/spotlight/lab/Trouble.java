package spotlight.lab;

/** Something on this machine is in the way: one line that names it, one line that mends it. */
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String fix;

    /**
     * @param problem what is wrong, in one line
     * @param fix what the user can do about it, ready to type where that is possible
     */
    public Trouble(String problem, String fix) {
        super(problem);
        this.fix = fix;
    }

    /** What the user can do about it. */
    public String fix() {
        return fix;
    }

    /** Both lines, as the launcher prints them. */
    public String report() {
        return "lab: " + getMessage() + System.lineSeparator() + "  fix: " + fix;
    }
}
