package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.grader.Standing.Entry;
import spotlight.grader.Standing.State;

class StandingTest {
    private static final Standing STANDING = new Standing(List.of(new Entry("2.1 One weight", State.DONE, 4, 4),
            new Entry("2.2 Softmax", State.TRIED, 1, 4), new Entry("3.1 Scores", State.UNTOUCHED, 0, 2)));

    @Test
    void chaptersAndTheWholeHaveALineEach() {
        assertEquals("""
                chapter 02 ████████████░░░░░░░░    5 of 8 points; 1 done, 1 tried, 0 untouched
                chapter 03 ░░░░░░░░░░░░░░░░░░░░    0 of 2 points; 0 done, 0 tried, 1 untouched
                all        ██████████░░░░░░░░░░    5 of 10 points; 1 done, 1 tried, 1 untouched
                """, STANDING.text(false).replace(System.lineSeparator(), "\n"));
    }

    @Test
    void exercisesAreListedIfWanted() {
        assertEquals("""
                chapter 02 ████████████░░░░░░░░    5 of 8 points; 1 done, 1 tried, 0 untouched
                    ✓ done        4 of 4  2.1 One weight
                    ◐ tried       1 of 4  2.2 Softmax
                """, STANDING.text(true).replace(System.lineSeparator(), "\n").lines().limit(3)
                .reduce("", (a, b) -> a + b + "\n"));
    }

    @Test
    void aTestThatCannotRunIsWorthWhatItsSourceSays() {
        assertEquals(6, StandingReader.worth("@Points(value = 2, hint = \"a\") @Points(hint = \"b\")\n"
                + "@Points(\n value = 3, hint = \"c\")"));
    }
}
