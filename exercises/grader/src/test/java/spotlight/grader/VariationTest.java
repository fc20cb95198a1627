package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VariationTest {
    @AfterEach
    void noSeed() {
        System.clearProperty(Variation.PROPERTY);
    }

    @Test
    void eachCallBeginsAnewSoThatOrderDoesNotMatter() {
        int first = Variation.random("2.1").nextInt();
        Variation.random("2.2").nextInt();
        assertEquals(first, Variation.random("2.1").nextInt());
    }

    @Test
    void numberAndSeedMakeTheDifference() {
        int ofFirst = Variation.random("2.1").nextInt();
        assertNotEquals(ofFirst, Variation.random("2.2").nextInt());
        System.setProperty(Variation.PROPERTY, "7");
        assertEquals(7, Variation.seed());
        assertNotEquals(ofFirst, Variation.random("2.1").nextInt());
    }

    @Test
    void withoutASeedTheNumbersAreAlwaysTheSame() {
        assertEquals(0, Variation.seed());
        assertEquals(new java.util.Random("2.1".hashCode()).nextInt(), Variation.random("2.1").nextInt());
    }
}
