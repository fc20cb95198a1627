package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;

class IdsTest {
    @Test
    void tokensAreIdsOverSequences() {
        assertEquals(3, Ids.check("gpt", new int[] {0, 1, 2, 3, 4, 5}, 2, 6, 3));
    }

    @Test
    void errorsNameModelIdAndPlace() {
        int[] ids = {5, 0, 1, 2, 3, 4};
        Expect.error("gpt: id 5 at [0,0] is outside the vocabulary of 5", () -> Ids.check("gpt", ids, 2, 5, 3));
        ids[0] = 0;
        ids[5] = -1;
        Expect.error("transformer: id -1 at [1,2] is outside the vocabulary of 5",
                () -> Ids.check("transformer", ids, 2, 5, 3));
        Expect.error("gpt: 3 tokens are more than the context of 2", () -> Ids.check("gpt", ids, 2, 5, 2));
        Expect.error("gpt: 6 ids are not 4 sequences of one length", () -> Ids.check("gpt", ids, 4, 5, 2));
        Expect.error("gpt: 0 ids in 1 sequences, there must be one at least",
                () -> Ids.check("gpt", new int[0], 1, 5, 2));
        Expect.error("gpt: 6 ids in 0 sequences, there must be one at least", () -> Ids.check("gpt", ids, 0, 5, 2));
    }
}
