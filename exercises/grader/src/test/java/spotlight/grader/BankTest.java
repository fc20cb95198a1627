package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

import spotlight.grader.WrongAnswer.Change;

class BankTest {
    private static final String SOLUTION = """
            package spotlight.ch99;

            public class Doubled {
                public static int twice(int n) {
                    return 2 * n;
                }
            }
            """;

    private final Bank bank = new Bank(BankTest.class.getClassLoader());

    @Test
    void aWrongAnswerIsNamedByTheTest() throws ClassNotFoundException {
        assertEquals("twice(3): that is the square", message(new Change("2 * n", "n * n"), "that is the square"));
    }

    @Test
    void anAnswerThatIsNotNamedOrNotWrongIsAnError() {
        assertError("ch99/Doubled.txt:7: the wrong answer \"title\" passes all tests", new Change("2 * n", "n + n"));
        assertError("ch99/Doubled.txt:7: the wrong answer \"title\" fails, but no message says \"that is the square\". "
                + "They say:\n  twice(3): expected 6, got 7", new Change("2 * n", "n + 4"));
        assertError("ch99/Doubled.txt:7: the wrong answer \"title\" does not compile: Doubled.java:5: "
                + "';' expected\n        return 2 * n\n                    ^", new Change("n;", "n"));
        assertError("ch99/Doubled.txt:7: the wrong answer \"title\" cannot be made: "
                + "the text `3 * n` does not occur in the solution", new Change("3 * n", ""));
    }

    private void assertError(String message, Change change) {
        assertEquals(message,
                assertThrows(AssertionError.class, () -> message(change, "that is the square")).getMessage());
    }

    private String message(Change change, String names) throws ClassNotFoundException {
        return bank.messageFor("spotlight.ch99.Doubled", SOLUTION,
                new WrongAnswer("title", 7, List.of(change), names));
    }
}
