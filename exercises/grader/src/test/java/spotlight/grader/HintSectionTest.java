package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class HintSectionTest {
    private static final String PAGE = """
            # Hints for chapter 02

            ## 2.1 One attention weight

            Difficulty: ★☆☆ · Importance: ★★★ · about 5 minutes

            <details><summary>Hint 1</summary>

            A nudge.

            </details>
            <details><summary>Hint 2</summary>

            The idea.

            </details>

            <details><summary>Hint 3</summary>

            Nearly the code.

            </details>
            """;

    @Test
    void aSectionHasFactsAndThreeHints() {
        assertEquals(
                List.of(new HintSection("2.1 One attention weight", 1, 3, 5,
                        List.of("A nudge.", "The idea.", "Nearly the code."))),
                HintSection.parse(PAGE));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertRefused("hints of 2.1 One attention weight: no line like "
                + "`Difficulty: ★★☆ · Importance: ★★★ · about 10 minutes`", PAGE.replace("Difficulty", "Hard"));
        assertRefused("hints of 2.1 One attention weight: 2 hints, expected 3",
                PAGE.replaceAll("(?s)<details><summary>Hint 3.*", ""));
        assertRefused("hints of 2.1 One attention weight: Hint 2 is missing, empty or out of order",
                PAGE.replace("The idea.", ""));
        assertRefused("hints of 2.1 One attention weight: Hint 3 is missing, empty or out of order",
                PAGE.replace("Hint 3", "Hint 4"));
    }

    private static void assertRefused(String message, String page) {
        assertEquals(message,
                assertThrows(IllegalArgumentException.class, () -> HintSection.parse(page)).getMessage());
    }
}
