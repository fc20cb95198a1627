package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.data.sentiment.Phenomenon;
import spotlight.data.sentiment.Review;

class ReviewScoresTest {

    /** One review of each phenomenon, named after it. */
    private static ReviewScores scores() {
        List<Review> reviews = new ArrayList<>();
        for (Phenomenon phenomenon : Phenomenon.values()) {
            reviews.add(new Review(true, phenomenon, phenomenon.word() + "."));
        }
        ReviewScores scores = new ReviewScores(reviews);
        scores.add("a", new boolean[] {true, true, true, true, true, false, false});
        scores.add("b", new boolean[] {true, false, true, true, true, true, false});
        return scores;
    }

    @Test
    void percentagesAreThoseOfThePhenomena() {
        ReviewScores scores = scores();
        assertEquals(100.0 * 5 / 7, scores.percent("a", phenomenon -> true));
        Score negation = scores.accuracy("negated", 97, p -> p.ordinal() >= Phenomenon.CONCESSION.ordinal());
        assertEquals(Score.atLeast("negated", 0, "%", 97).beside("b", 50), negation);
    }

    @Test
    void samplesShowWhoIsWrong() {
        List<String> samples = scores().samples();
        assertEquals(7, samples.size(), "mistakes are shown already");
        assertEquals("plain. (good)", samples.get(0));
        assertEquals("intensified. (good; wrong: b)", samples.get(1));
        assertEquals("negated contrast. (good; wrong: a, b)", samples.get(6));
    }
}
