package spotlight.data.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExchangeTest {
    @Test
    void aLineHasTabsBetweenTopicQuestionAndAnswer() {
        assertEquals("sums\t2 + 3 = ?\t2 plus 3 is 5.", new Exchange("sums", "2 + 3 = ?", "2 plus 3 is 5.").line());
    }
}
