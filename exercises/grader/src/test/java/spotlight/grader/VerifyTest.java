package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

import spotlight.tensor.Tensor;

class VerifyTest {
    private static final Tensor EXPECTED = Tensor.of(new float[] {0.5f, 0.25f, 0.125f, 1, 2, 3}, 2, 3);

    @AfterEach
    void lenientAgain() {
        System.clearProperty("spotlight.strict");
    }

    @Test
    void equalWithinTheTolerancePasses() {
        Verify.that("weights", tensor(0.500004f, 0.25f, 0.125f, 1, 2, 3.00003f)).equalTo(EXPECTED);
        Verify.that("weights", tensor(0.51f, 0.25f, 0.125f, 1, 2, 3)).equalTo(EXPECTED, 0.01);
        Verify.that("hidden", Tensor.vector(0, Float.NEGATIVE_INFINITY))
                .equalTo(Tensor.vector(0, Float.NEGATIVE_INFINITY));
    }

    @Test
    void aDifferenceNamesTheWorstValue() {
        assertMessage("weights: 2 of 6 values are wrong, the worst at [1,0]: expected 1, got 1.5000",
                () -> Verify.that("weights", tensor(0.51f, 0.25f, 0.125f, 1.5f, 2, 3)).equalTo(EXPECTED));
        assertMessage("weights: 1 of 6 values are wrong, the worst at [0,0]: expected 0.50000, got 0.50004",
                () -> Verify.that("weights", tensor(0.50004f, 0.25f, 0.125f, 1, 2, 3)).equalTo(EXPECTED));
    }

    @Test
    void asManyDecimalsAreShownAsItTakesToSeeTheDifference() {
        assertMessage("cosine: expected 0.99995, got 1", () -> Verify.that("cosine", 1).equalTo(0.99995));
        assertMessage("loss: expected 1.2000e-07, got 0", () -> Verify.that("loss", 0).equalTo(1.2e-7, 1e-9));
        assertMessage("pairs: expected 1.6000e+08, got 40000", () -> Verify.that("pairs", 40000).equalTo(1.6e8));
    }

    @Test
    void nullWrongShapeAndNanHaveTheirOwnMessages() {
        assertMessage("weights: your method returned null, expected a tensor of shape [2,3]",
                () -> Verify.that("weights", (Tensor) null).equalTo(EXPECTED));
        assertMessage("weights: expected shape [2,3], got [3,2]",
                () -> Verify.that("weights", Tensor.of(new float[6], 3, 2)).equalTo(EXPECTED));
        assertMessage("weights: 2 of 6 values are NaN (0/0, or infinity minus infinity), the first at [0,1]: "
                + "expected 0.2500",
                () -> Verify.that("weights", tensor(0.5f, Float.NaN, 0.125f, 1, 2, Float.NaN)).equalTo(EXPECTED));
        assertMessage("loss: your result is NaN, expected 2", () -> Verify.that("loss", Double.NaN).equalTo(2));
    }

    @Test
    void aRelationThatHoldsForAllValuesIsNamed() {
        assertMessage("scores: each value is 8 times the expected one; "
                + "6 of 6 values are wrong, the worst at [1,2]: expected 3, got 24",
                () -> Verify.that("scores", tensor(4, 2, 1, 8, 16, 24)).equalTo(EXPECTED));
        assertMessage("scores: each value is 1 too small; "
                + "6 of 6 values are wrong, the worst at [0,0]: expected 0.5000, got -0.5000",
                () -> Verify.that("scores", tensor(-0.5f, -0.75f, -0.875f, 0, 1, 2)).equalTo(EXPECTED));
        assertMessage("scores: the values are right, but in another order; "
                + "2 of 6 values are wrong, the worst at [1,1]: expected 2, got 3",
                () -> Verify.that("scores", tensor(0.5f, 0.25f, 0.125f, 1, 3, 2)).equalTo(EXPECTED));
        assertMessage("scores: rows and columns are swapped (this is the transpose of the expected values); "
                + "2 of 4 values are wrong, the worst at [0,1]: expected 2, got 3",
                () -> Verify.that("scores", Tensor.of(new float[] {1, 3, 2, 4}, 2, 2))
                        .equalTo(Tensor.of(new float[] {1, 2, 3, 4}, 2, 2)));
    }

    @Test
    void theFirstSuspectThatFitsIsTheMessage() {
        assertMessage("weights: the softmax is missing",
                () -> Verify.that("weights", tensor(9, 9, 9, 9, 9, 9))
                        .suspect(() -> EXPECTED, "not this one")
                        .suspect(() -> tensor(9, 9, 9, 9, 9, 9), "the softmax is missing")
                        .suspectIf(w -> true, "too late").equalTo(EXPECTED));
        assertMessage("weights: the sum is too large", () -> Verify.that("weights", tensor(9, 9, 9, 9, 9, 9))
                .suspectIf(w -> w.data()[0] > 1, "the sum is too large").equalTo(EXPECTED));
        assertMessage("weight: the scale is missing",
                () -> Verify.that("weight", 0.3).suspect(() -> 0.3, "the scale is missing").equalTo(0.5));
    }

    @Test
    void aSuspectMayHaveAnotherShapeOrNan() {
        assertMessage("mask: 0 times infinity",
                () -> Verify.that("mask", Tensor.vector(Float.NaN, 1))
                        .suspect(() -> Tensor.vector(Float.NaN, 1), "0 times infinity").equalTo(Tensor.vector(0, 1)));
        assertMessage("mask: one row only",
                () -> Verify.that("mask", Tensor.vector(1)).suspect(() -> Tensor.vector(1), "one row only")
                        .equalTo(Tensor.vector(0, 1)));
    }

    @Test
    void aSuspectThatThrowsDoesNotFitExceptThatStrictModeReportsIt() {
        VerifyNumber verify = Verify.that("weight", 0.3).suspect(() -> {
            throw new IllegalArgumentException("no such head");
        }, "a head is missing");
        assertMessage("weight: expected 0.5000, got 0.3000", () -> verify.equalTo(0.5));
        System.setProperty("spotlight.strict", "true");
        assertEquals("the suspect \"a head is missing\" threw java.lang.IllegalArgumentException: no such head",
                assertThrows(IllegalStateException.class, () -> verify.equalTo(0.5)).getMessage());
    }

    @Test
    void nothingFiniteEqualsAnInfinity() {
        float hidden = Float.NEGATIVE_INFINITY;
        Verify.that("mask", Tensor.vector(0, hidden)).equalTo(Tensor.vector(0, hidden));
        assertMessage("mask: 1 of 2 values are wrong, the worst at [1]: expected -Infinity, got 0",
                () -> Verify.that("mask", Tensor.vector(0, 0)).equalTo(Tensor.vector(0, hidden)));
        assertMessage("mask: all visible", () -> Verify.that("mask", Tensor.vector(0, 0))
                .suspect(() -> Tensor.vector(0, 0), "all visible").equalTo(Tensor.vector(0, hidden)));
    }

    @Test
    void otherValuesAreComparedByEquality() {
        Verify.that("ids", new int[] {1, 2}).equalTo(new int[] {1, 2});
        assertMessage("ids: expected [1, 2], got [2, 1]",
                () -> Verify.that("ids", new int[] {2, 1}).equalTo(new int[] {1, 2}));
        assertMessage("hidden: the diagonal is hidden too", () -> Verify.that("hidden", true)
                .suspect(() -> true, "the diagonal is hidden too").equalTo(false));
        assertMessage("word: expected \"river\", got \"bank\"", () -> Verify.that("word", "bank").equalTo("river"));
        assertMessage("words: expected [a, b], got null",
                () -> Verify.that("words", (List<String>) null).equalTo(List.of("a", "b")));
        assertMessage("row: 1 of 2 values are wrong, the worst at [1]: expected 2, got 3",
                () -> Verify.that("row", new double[] {1, 3}).equalTo(Tensor.vector(1, 2)));
        assertMessage("the rows sum to 1", () -> Verify.fact(false, "the rows sum to 1"));
    }

    private static Tensor tensor(float... values) {
        return Tensor.of(values, 2, 3);
    }

    private static void assertMessage(String message, Runnable verify) {
        assertEquals(message, assertThrows(AssertionFailedError.class, verify::run).getMessage());
    }
}
