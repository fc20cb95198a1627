package spotlight.lab;

import spotlight.grader.sandbox.Confinement;

/** What confines the hand-ins of others while they are graded on this machine. A learner's own code needs none of it. */
final class GradingFence {
    private static final String CHECK = "Grading";

    private GradingFence() {
    }

    /** For {@code ./lab doctor}: never a warning, because whoever only learns has nothing to mend. */
    static Finding forLearning(Confinement confinement, Os os) {
        return Finding.ok(CHECK, confinement.isolates()
                ? confinement.title()
                : "nothing to do for learning; before grading the work of others: " + Fixes.BUBBLEWRAP.on(os));
    }

    /** For {@code ./lab grade}: a warning where only the list of allowed classes stands before files and network. */
    static Finding forGrading(Confinement confinement, Os os) {
        return confinement.isolates()
                ? Finding.ok(CHECK, confinement.title())
                : Finding.warn(CHECK,
                        "hand-ins are held back from files and network only by the list of allowed classes; of "
                                + "the operating system: "
                                + confinement.title().replaceFirst("^nothing of .*", "nothing"),
                        Fixes.BUBBLEWRAP.on(os));
    }
}
