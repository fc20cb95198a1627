package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExerciseNumberTest {
    @Test
    void readsTheStartOfATitle() {
        assertEquals(new ExerciseNumber(2, 1), ExerciseNumber.of("2.1 One attention weight"));
        assertEquals(new ExerciseNumber(12, 10), ExerciseNumber.of("12.10"));
        assertEquals("12.10", ExerciseNumber.of("12.10").toString());
        assertEquals("ch02", ExerciseNumber.of("2.1").tag());
    }

    @Test
    void sortsByValue() {
        assertTrue(ExerciseNumber.of("2.9").compareTo(ExerciseNumber.of("2.10")) < 0);
        assertTrue(ExerciseNumber.of("10.1").compareTo(ExerciseNumber.of("2.10")) > 0);
    }

    @Test
    void aTitleWithoutANumberIsRefused() {
        assertEquals("exercise: \"Softmax\" does not start with a number like 2.1",
                assertThrows(IllegalArgumentException.class, () -> ExerciseNumber.of("Softmax")).getMessage());
    }
}
