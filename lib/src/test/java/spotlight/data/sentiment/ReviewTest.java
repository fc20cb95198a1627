package spotlight.data.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReviewTest {
    @Test
    void aLineHasLabelPhenomenonAndText() {
        Review review = new Review(false, Phenomenon.DOUBLE_NEGATION, "It is not true that the room was not damp.");
        assertEquals("bad\tdouble negation\tIt is not true that the room was not damp.", review.line());
        assertEquals("bad", review.label());
    }
}
