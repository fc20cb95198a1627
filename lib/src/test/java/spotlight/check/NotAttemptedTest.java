package spotlight.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;

class NotAttemptedTest {
    @Test
    void saysWhichExerciseAndWhatToDo() {
        NotAttempted notAttempted = new NotAttempted("2.1");
        assertEquals("2.1", notAttempted.exercise());
        assertEquals("exercise 2.1 is not attempted yet: replace todo(\"2.1\") by your code",
                notAttempted.getMessage());
    }

    @Test
    void isNotTakenForAnExceptionThatATestExpects() {
        assertInstanceOf(Error.class, new NotAttempted("2.1"));
    }
}
