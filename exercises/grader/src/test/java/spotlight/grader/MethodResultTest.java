package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MethodResultTest {
    @Test
    void aMethodNameBecomesWords() {
        assertEquals("weights of a sentence sum to one", MethodResult.inWords("weightsOfASentenceSumToOne"));
        assertEquals("k2 is transposed", MethodResult.inWords("k2IsTransposed"));
    }

    @Test
    void onlyPassingEarnsPoints() {
        assertEquals(2, new MethodResult("a", 2, Status.PASSED, "", "").points());
        assertEquals(0, new MethodResult("a", 2, Status.TIMED_OUT, "", "").points());
    }
}
