package spotlight.ch99;

/** The right answer to a small exercise. */
public final class Doubled {
    private Doubled() {
    }

    public static int twice(int n) {
        return 2 * n;
    }
}
