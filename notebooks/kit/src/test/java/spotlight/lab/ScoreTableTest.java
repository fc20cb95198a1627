package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.task.Card;
import spotlight.task.Result;
import spotlight.task.Score;

class ScoreTableTest {

    private static String table(Result result, boolean quick) {
        return ScoreTable.of(new Card("toy", "a toy", result, 0, 2, quick, 61.4, List.of(), "2026-11-21", ""))
                .replace(System.lineSeparator(), "\n");
    }

    @Test
    void columnsAreAligned() {
        Result result = Result.of(12345)
                .score(Score.atLeast("exact match", 96, "%", 97).beside("coin", 50).beside("5-gram", 7))
                .score(Score.atMost("loss", 1.5, "", 2)).score(Score.measured("unseen compositions", 8, "%"));
        assertEquals("""
                  exact match          96.00 %  >= 97 %  MISSED   (coin 50.00, 5-gram 7.00)
                  loss                  1.5000  <= 2     reached
                  unseen compositions   8.00 %
                  12,345 parameters, 61 s, 2 threads, seed 0
                """, table(result, false));
    }

    @Test
    void aQuickTrainingMissesNoGoal() {
        assertEquals("""
                  exact match  3.00 %  >= 97 %
                  1 parameters, 61 s, 2 threads, seed 0
                """, table(Result.of(1).score(Score.atLeast("exact match", 3, "%", 97)), true));
    }
}
