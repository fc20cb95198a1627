package spotlight.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CheckTest {
    private static String text() {
        return Check.todo("2.1");
    }

    private static float number() {
        return Check.todo("2.1");
    }

    @Test
    void todoFitsAnyReturnTypeAndNamesItsExercise() {
        assertEquals("2.1", assertThrows(NotAttempted.class, CheckTest::text).exercise());
        assertEquals("2.1", assertThrows(NotAttempted.class, CheckTest::number).exercise());
    }

    @Test
    void closeAddsAbsoluteAndRelativeTolerance() {
        assertTrue(Check.close(100.15, 100, 1e-3, 0.06));
        assertFalse(Check.close(100.17, 100, 1e-3, 0.06));
        assertTrue(Check.close(0.06, 0, 1e-3, 0.06));
    }

    @Test
    void nanIsCloseToNothing() {
        assertFalse(Check.close(Double.NaN, Double.NaN, 1, 1));
        assertFalse(Check.close(Double.NaN, 0, 1, Double.POSITIVE_INFINITY));
        assertFalse(Check.close(0, Double.NaN, 1, 1));
    }

    @Test
    void infinityIsCloseToItselfOnly() {
        double infinity = Double.POSITIVE_INFINITY;
        assertTrue(Check.close(infinity, infinity, 0, 0));
        assertFalse(Check.close(1e300, infinity, 1, 1));
        assertFalse(Check.close(infinity, 1e300, 1, 1));
        assertFalse(Check.close(-infinity, infinity, 1, 1));
    }
}
