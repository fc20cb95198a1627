package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

import spotlight.grader.WrongAnswer.Change;

class WrongAnswerTest {
    @Test
    void anEntryIsATitleItsChangesAndTheTextOfTheMessage() {
        List<WrongAnswer> answers = WrongAnswer.parse("""
                # mistakes of exercise 2.1
                == the scaling is missing
                - .times(scale)
                +
                > the scaling is missing

                == both at once
                - a
                + b
                - first line
                -     second line
                + one line
                > twice wrong
                """.lines().toList());
        assertEquals(List.of(
                new WrongAnswer("the scaling is missing", 2, List.of(new Change(".times(scale)", "")),
                        "the scaling is missing"),
                new WrongAnswer("both at once", 7,
                        List.of(new Change("a", "b"), new Change("first line\n    second line", "one line")),
                        "twice wrong")),
                answers);
    }

    @Test
    void theChangesAreAppliedInOrder() {
        assertEquals("return 2 + q;", applied("return k + q;", new Change("k", "3"), new Change("3", "2")));
    }

    @Test
    void aTextThatDoesNotOccurExactlyOnceIsRefused() {
        assertEquals("the text `v` does not occur in the solution", assertThrows(IllegalArgumentException.class,
                () -> applied("return k + q;", new Change("v", ""))).getMessage());
        assertEquals("the text `k` occurs more than once in the solution",
                assertThrows(IllegalArgumentException.class, () -> applied("return k + k;", new Change("k", "")))
                        .getMessage());
    }

    @Test
    void anIncompleteEntryIsRefusedWithItsLine() {
        assertRefused("line 1: an entry needs a `-` line, a `+` line and a `>` line", "== a\n- x\n+ y\n");
        assertRefused("line 2: an entry needs a `-` line, a `+` line and a `>` line", "\n== a\n> y\n");
        assertRefused("line 3: a `-` line and the `+` line after it belong together", "== a\n- x\n> y\n");
        assertRefused("line 1: an entry starts with `== title`, not with `- x`", "- x\n+ y\n");
        assertRefused("line 2: a line starts with ==, -, +, > or #, not with `the end`", "== a\nthe end\n");
    }

    private static String applied(String solution, Change... changes) {
        return new WrongAnswer("title", 1, List.of(changes), "names").applyTo(solution);
    }

    private static void assertRefused(String message, String bank) {
        assertEquals(message, assertThrows(IllegalArgumentException.class,
                () -> WrongAnswer.parse(bank.lines().toList())).getMessage());
    }
}
