package spotlight.data.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExpectedTest {
    @Test
    void aCoinTellsOneBit() {
        Expected expected = Grammar.of("story = heads | tails").expected();
        assertEquals(Math.log(2), expected.nats(), 1e-15);
        assertEquals(6, expected.characters(), 1e-15, "five letters and the end of line");
        assertEquals(Math.log(2) / 6, expected.natsPerCharacter(), 1e-15);
    }

    /** Three names of 1, 2 and 3 letters; the second is one of the two others, so both have the mean length 2. */
    @Test
    void whatIsSaidAgainCostsNothingAndWhatIsExcludedCostsLess() {
        Expected expected = Grammar
                .of("story = <a=name.it> <b=name.it!a> <a.it>\nname(it) = A | Bo | Eve").expected();
        assertEquals(Math.log(3) + Math.log(2), expected.nats(), 1e-15);
        assertEquals(2 + 1 + 2 + 1 + 2 + 1, expected.characters(), 1e-14);
    }
}
