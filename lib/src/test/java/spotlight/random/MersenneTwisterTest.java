package spotlight.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MersenneTwisterTest {
    /** The C++ standard fixes the 10000th word of the default seed. */
    @Test
    void agreesWithTheStandard() {
        MersenneTwister words = new MersenneTwister(5489);
        assertEquals(3499211612L, words.nextUnsigned());
        for (int i = 2; i < 10000; i++) {
            words.nextInt();
        }
        assertEquals(4123659995L, words.nextUnsigned());
    }

    @Test
    void onlyTheLow32BitsOfTheSeedCount() {
        assertEquals(new MersenneTwister(7).nextInt(), new MersenneTwister(7 + (1L << 32)).nextInt());
    }
}
