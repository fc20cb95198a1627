package spotlight.task;

/** A training was asked to stop and did so between two steps; {@link Run#stop}. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped(String stage, int step, int steps, boolean kept) {
        super(stage + ": stopped after step " + step + " of " + steps
                + (kept ? "; nothing is lost, the next run goes on from there" : ""));
    }
}
