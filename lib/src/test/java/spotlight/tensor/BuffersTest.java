package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BuffersTest {

    @Test
    void outsideAScopeEveryArrayIsFresh() {
        float[] x = Buffers.take(3);
        Buffers.release(x);
        assertNotSame(x, Buffers.take(3));
        assertFalse(Buffers.recycling());
    }

    @Test
    void theNextScopeUsesTheArraysOfTheLast() {
        float[] x;
        try (Buffers.Scope scope = Buffers.recycle()) {
            x = Buffers.take(5);
            assertNotSame(x, Buffers.take(5), "one that is in use");
        }
        try (Buffers.Scope scope = Buffers.recycle()) {
            float[] first = Buffers.take(5);
            float[] second = Buffers.take(5);
            assertTrue(first == x || second == x);
        }
        Buffers.clear();
    }

    @Test
    void aReleasedArrayIsUsedAtOnce() {
        try (Buffers.Scope scope = Buffers.recycle()) {
            float[] x = Buffers.take(7);
            Buffers.release(x);
            Buffers.release(x); // a second time it does nothing
            assertSame(x, Buffers.take(7));
            assertNotSame(x, Buffers.take(7));
            float[] foreign = new float[7];
            Buffers.release(foreign);
            assertNotSame(foreign, Buffers.take(7));
        }
        Buffers.clear();
    }

    @Test
    void arraysLiveUntilTheOutermostScopeEnds() {
        try (Buffers.Scope outer = Buffers.recycle()) {
            float[] x;
            try (Buffers.Scope inner = Buffers.recycle()) {
                x = Buffers.take(9);
            }
            assertNotSame(x, Buffers.take(9));
            assertTrue(Buffers.recycling());
        }
        Buffers.clear();
    }

    @Test
    void zerosAreZerosAndPoisonIsNaN() {
        try (Buffers.Scope scope = Buffers.recyclePoisoned()) {
            float[] x = Buffers.take(2);
            Buffers.release(x);
            assertEquals(Float.NaN, x[0]);
            assertArrayEquals(new float[2], Buffers.zeros(2));
        }
        Buffers.clear();
    }

    @Test
    void tensorsAreMadeOfThem() {
        float[] data;
        try (Buffers.Scope scope = Buffers.recycle()) {
            data = Tensor.ones(11).plus(1).data();
        }
        try (Buffers.Scope scope = Buffers.recycle()) {
            boolean seen = false;
            for (int i = 0; i < 2; i++) {
                seen |= Tensor.zeros(11).data() == data;
            }
            assertTrue(seen);
        }
        Buffers.clear();
    }

    @Test
    void lengthsThatChangeFromScopeToScopeDoNotAddUp() {
        try (Buffers.Scope scope = Buffers.recycle()) {
            Buffers.take(100_000); // an earlier need, which is forgotten
        }
        Buffers.clear();
        for (int length = 1000; length < 1200; length++) {
            try (Buffers.Scope scope = Buffers.recycle()) {
                Buffers.take(length);
                Buffers.take(length);
            }
            assertTrue(Buffers.kept() <= 3 * 2 * 1200, "kept " + Buffers.kept());
        }
        Buffers.clear();
        assertEquals(0, Buffers.kept());
    }

    @Test
    void whatAScopeNeedsStaysHoweverMuchItIsInAll() {
        float[] first;
        for (int time = 0; time < 3; time++) {
            try (Buffers.Scope scope = Buffers.recycle()) {
                for (int length = 1; length <= 100; length++) { // one at a time, so that little is needed at once
                    Buffers.release(Buffers.take(length));
                }
                first = Buffers.take(100);
            }
            assertEquals(100 * 101 / 2, Buffers.kept());
            try (Buffers.Scope scope = Buffers.recycle()) {
                assertSame(first, Buffers.take(100));
            }
        }
        Buffers.clear();
    }

    @Test
    void twoKindsOfScopesInTurnKeepTheArraysOfBoth() {
        float[] large = new float[0];
        float[] small = new float[0];
        for (int time = 0; time < 50; time++) {
            try (Buffers.Scope scope = Buffers.recycle()) {
                float[] x = Buffers.take(500);
                assertTrue(time == 0 || x == large);
                large = x;
            }
            try (Buffers.Scope scope = Buffers.recycle()) {
                float[] x = Buffers.take(20);
                assertTrue(time == 0 || x == small);
                small = x;
            }
        }
        Buffers.clear();
    }
}
