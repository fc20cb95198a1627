package spotlight.matmul;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SquareRootsTest {
    @Test
    void onlyOneOfThemHasAResult() {
        float[] x = {1, 4, 9};
        Stopwatch.keep(0);
        SquareRoots.forget(x);
        assertEquals(0, Stopwatch.kept());
        SquareRoots.keep(x);
        assertEquals(6, Stopwatch.kept());
        assertArrayEquals(new float[] {1, 4, 9}, x);
    }
}
