package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void theCaretStandsUnderItsPlaceBehindTabsToo() {
        assertEquals("Two.java:3: ';' expected\n\treturn 2\n\t        ^",
                new Problem("Two.java", 3, 10, "';' expected", "\treturn 2").text());
        assertEquals("Two.java:3: ';' expected\nreturn 2\n        ^",
                new Problem("Two.java", 3, 99, "';' expected", "return 2").text());
    }

    @Test
    void withoutALineThereIsOnlyTheMessage() {
        assertEquals("javac: release version 99 not supported",
                new Problem("javac", 0, 0, "release version 99 not supported", "").text());
    }
}
