package spotlight.lab;

/**
 * One thing the doctor looked at.
 *
 * @param check what was looked at, such as {@code Memory}
 * @param status how it is
 * @param found what was found there
 * @param fix what to do about it on this operating system; empty if all is well
 */
public record Finding(String check, Status status, String found, String fix) {

    /** How a thing is. */
    public enum Status {
        /** As it should be. */
        OK,
        /** The course works, but something will be slower or missing. */
        WARN,
        /** The course does not work until this is mended. */
        FAIL
    }

    static Finding ok(String check, String found) {
        return new Finding(check, Status.OK, found, "");
    }

    static Finding warn(String check, String found, String fix) {
        return new Finding(check, Status.WARN, found, fix);
    }

    static Finding fail(String check, String found, String fix) {
        return new Finding(check, Status.FAIL, found, fix);
    }
}
