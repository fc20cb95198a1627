package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import spotlight.grader.sandbox.Confinement;

class GradingFenceTest {
    @Test
    void whoOnlyLearnsHasNothingToMend() {
        assertEquals(Finding.ok("Grading",
                "nothing to do for learning; before grading the work of others: sudo apt install bubblewrap"),
                GradingFence.forLearning(Confinement.NONE, Os.DEBIAN));
        assertEquals(
                Finding.ok("Grading", "nothing to do for learning; before grading the work of others: macOS has no "
                        + "bubblewrap: grade on Linux, for instance in a virtual machine"),
                GradingFence.forLearning(Confinement.NONE, Os.MAC));
    }

    @Test
    void whoGradesIsWarned() {
        assertEquals(Finding.warn("Grading",
                "hand-ins are held back from files and network only by the list of allowed classes; of the operating "
                        + "system: nothing",
                "sudo dnf install bubblewrap"), GradingFence.forGrading(Confinement.NONE, Os.FEDORA));
        assertEquals("Windows has no bubblewrap: grade in WSL, after sudo apt install bubblewrap there",
                GradingFence.forGrading(Confinement.NONE, Os.WINDOWS).fix());
    }

    @Test
    void aWorkingBoxIsNamed() {
        assumeTrue(Confinement.best().isolates(), "bubblewrap is not installed or does not work here");
        assertEquals(Finding.ok("Grading", Confinement.best().title()),
                GradingFence.forGrading(Confinement.best(), Os.DEBIAN));
        assertEquals(Finding.ok("Grading", Confinement.best().title()),
                GradingFence.forLearning(Confinement.best(), Os.DEBIAN));
    }
}
