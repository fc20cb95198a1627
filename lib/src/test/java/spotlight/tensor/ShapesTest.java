package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.Expect;

class ShapesTest {
    @Test
    void formatIsAsInTheDocumentation() {
        assertEquals("[]", Shapes.format());
        assertEquals("[2,3]", Shapes.format(2, 3));
    }

    @Test
    void sizeIsTheProduct() {
        assertEquals(1, Shapes.size());
        assertEquals(24, Shapes.size(2, 3, 4));
        assertEquals(0, Shapes.size(65536, 65536, 0));
    }

    @Test
    void dimCountsFromTheEndToo() {
        assertEquals(1, Shapes.dim("op", -1, 2, 3));
        assertEquals(0, Shapes.dim("op", 0, 2, 3));
    }

    @Test
    void broadcastStretchesOnesAndMissingDimensions() {
        assertArrayEquals(new int[] {2, 3, 4}, Shapes.broadcast("op", new int[] {2, 1, 4}, new int[] {3, 1}));
        assertArrayEquals(new int[] {5}, Shapes.broadcast("op", new int[0], new int[] {5}));
        assertArrayEquals(new int[] {0, 3}, Shapes.broadcast("op", new int[] {1, 3}, new int[] {0, 1}));
        assertTrue(Shapes.broadcastsTo(new int[] {1, 4}, new int[] {2, 3, 4}));
        assertFalse(Shapes.broadcastsTo(new int[] {2, 3, 4}, new int[] {1, 4}));
        assertFalse(Shapes.broadcastsTo(new int[] {3}, new int[] {2, 1}));
    }

    @Test
    void errorsNameTheShape() {
        Expect.error("shape [2,-1] has a negative dimension", () -> Shapes.size(2, -1));
        Expect.error("shape [65536,65536] has 4294967296 elements, a tensor holds at most 2147483639",
                () -> Shapes.size(65536, 65536));
        Expect.error("shape [2147483647,2147483647,2147483647] has 9903520300447984000000000000 elements, "
                + "a tensor holds at most 2147483639", () -> Shapes.size(2147483647, 2147483647, 2147483647));
        Expect.error("sum: tensor [2,3] has no dimension 2", () -> Shapes.dim("sum", 2, 2, 3));
        Expect.error("sum: tensor [2,3] has no dimension -3", () -> Shapes.dim("sum", -3, 2, 3));
        Expect.error("sum: tensor [] has no dimension -1", () -> Shapes.dim("sum", -1));
        Expect.error("plus: a [2,3] and b [2,4] do not broadcast, 3 and 4 differ and neither is 1",
                () -> Shapes.broadcast("plus", new int[] {2, 3}, new int[] {2, 4}));
    }
}
