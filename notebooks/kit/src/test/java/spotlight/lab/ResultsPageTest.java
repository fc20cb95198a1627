package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.task.Card;
import spotlight.task.Result;
import spotlight.task.Score;
import spotlight.task.Task;

class ResultsPageTest {
    private static final String HEAD = """
            | task | score | value | goal | reached | to compare with | parameters | seconds | threads | seed | date | machine |
            |---|---|--:|--:|---|---|--:|--:|--:|--:|---|---|
            """;
    @TempDir
    private Path folder;
    private final List<Task> tasks = List.of(new SmallTask("copy", 1, 1, 0), new SmallTask("sort", 1, 1, 0));

    private static Card card(String task, double value) {
        return new Card(task, "", Result.of(1234).score(Score.atLeast("exact match", value, "%", 97).beside("a|b", 2))
                .score(Score.measured("speed", 3, "")), 5, 2, false, 61.4, List.of(), "2026-11-21", "Java 17");
    }

    private String record(Card... cards) throws IOException {
        Path text = Files.writeString(folder.resolve("page.md"), "# Results\n\n{table}\n\n| other | table |\n");
        new ResultsPage(folder.resolve("RESULTS.md"), text).record(tasks, List.of(cards));
        return Files.readString(folder.resolve("RESULTS.md"));
    }

    @Test
    void eachScoreIsARowInTheText() throws IOException {
        assertEquals(
                "# Results\n\n" + HEAD
                        + """
                                | copy | exact match | 96.00 % | >= 97 % | **no** | a\\|b 2.00 | 1,234 | 61 | 2 | 5 | 2026-11-21 | Java 17 |
                                | copy | speed | 3.0000 |  |  |  | 1,234 | 61 | 2 | 5 | 2026-11-21 | Java 17 |

                                | other | table |
                                """,
                record(card("copy", 96)));
    }

    @Test
    void rowsOfOtherTasksStayAndTheOrderIsThatOfTheTasks() throws IOException {
        record(card("sort", 98), card("copy", 96));
        String page = record(card("copy", 99));
        List<String> rows = page.lines().filter(line -> line.contains("exact match")).toList();
        assertEquals(2, rows.size());
        assertTrue(rows.get(0).startsWith("| copy | exact match | 99.00 % | >= 97 % | yes |"), page);
        assertTrue(rows.get(1).startsWith("| sort | exact match | 98.00 % |"), page);
        assertEquals(page, record());
    }

    @Test
    void thePageOfTheCourseHasAPlaceForTheTable() throws IOException {
        assertTrue(Files.readString(Home.find().root().resolve("lib/src/results/page.md")).contains("\n{table}\n"));
    }
}
