package spotlight.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class ReasonsTest {
    private final Reasons reasons = new Reasons(
            List.of("# a: no reason", "a: starts with a", "a.b.C: is C", "*.wait: nobody wakes you"));

    @Test
    void theLongestBeginningGivesTheReason() {
        assertEquals("is C", reasons.why("a.b.C.run"));
        assertEquals("starts with a", reasons.why("a.b.D"));
        assertEquals("nobody wakes you", reasons.why("a.b.C.wait"));
        assertTrue(reasons.knows("a.x"));
    }

    @Test
    void withoutAReasonTheListIsNamed() {
        assertEquals("it is not on the list of what an exercise needs (exercises/SECURITY.md)", reasons.why("x.Y"));
        assertFalse(reasons.knows("x.Y"));
    }
}
