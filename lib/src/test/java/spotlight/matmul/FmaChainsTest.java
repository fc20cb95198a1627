package spotlight.matmul;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import spotlight.Expect;

class FmaChainsTest {
    @Test
    void everyChainComesToRestAtOneAndAHalf() {
        for (int chains : FmaChains.COUNTS) {
            // x = x / 2 + 3/4 halves the distance to 1.5 in each step: after 60 steps it is exact
            assertEquals(1.5 * chains * VectorModule.lanes(), FmaChains.vectors(chains, 60), 0, chains + " chains");
        }
        assertEquals(1.5 * 8, FmaChains.scalars(60), 0);
    }

    @Test
    void aStepOfAChainIsTwoOperationsALane() {
        assertEquals(2.0 * VectorModule.lanes() * 4 * 1000, FmaChains.flops(4, 1000));
    }

    @Test
    void otherNumbersOfChainsAreRefused() {
        Expect.error("chains: 3 is none of 1, 2, 4, 8, 16", () -> FmaChains.vectors(3, 10));
    }
}
