package spotlight.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.kernel.ForkedKernel.Outcome;

/** Methods and classes that lack something, or take something away. */
class DeclarationsTest {
    private final ForkedKernel kernel = ForkedKernel.shared();

    @Test
    void methodWithoutItsHelperIsReportedAndWorksLater() {
        assertEquals("method caller() is declared but cannot run yet: method helper() is not declared\n",
                kernel.run("int caller() { return helper(); }").stderr());
        Outcome called = kernel.run("caller()");
        assertTrue(called.traceback().startsWith(
                "UnresolvedReference: method caller() cannot run: method helper() is not declared\n"),
                called.traceback());
        assertEquals("7", kernel.run("int helper() { return 7; }\ncaller()").value());
    }

    @Test
    void declarationsOfACellMayComeInAnyOrder() {
        Outcome outcome = kernel.run("class Sub extends Base {}\nclass Base {}\nnew Sub() instanceof Base");
        assertEquals("true", outcome.value());
        assertEquals("", outcome.stderr());
    }

    @Test
    void classWithoutItsParentIsAnError() {
        assertEquals("cell line 2: error: class Orphan cannot be used: class Nobody is not declared",
                kernel.run("\nclass Orphan extends Nobody {}").traceback());
    }

    @Test
    void redeclaredClassTakesItsVariablesWithIt() {
        kernel.run("record Point(int x) {}\nvar point = new Point(1);");
        assertEquals(
                "variable point has lost its value: class Point was declared anew. Run the cell that fills it again\n",
                kernel.run("record Point(int x, int y) {}").stderr());
        assertEquals("", kernel.run("record Point(int z) {}\nvar point = new Point(1);").stderr());
    }
}
