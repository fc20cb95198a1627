package spotlight.data.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PhenomenonTest {
    @Test
    void namesAreReadBack() {
        for (Phenomenon phenomenon : Phenomenon.values()) {
            assertEquals(phenomenon, Phenomenon.named(phenomenon.word()));
        }
    }

    @Test
    void eachIsSeenInItsReviews() {
        ReviewWriter writer = new ReviewWriter(new Random(1), false);
        for (int i = 0; i < 50; i++) {
            String concession = writer.write(Phenomenon.CONCESSION, i % 2 == 0).text();
            assertTrue(concession.toLowerCase().contains("though "), concession);
            String contrast = writer.write(Phenomenon.CONTRAST, i % 2 == 0).text();
            assertTrue(contrast.matches(".*(, but |, yet |\\. However, ).*"), contrast);
            String plain = writer.write(Phenomenon.PLAIN, i % 2 == 0).text();
            assertTrue(!plain.matches(".*( not |n't |never|hardly| but |though).*"), plain);
        }
    }
}
