package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class SameTest {
    /** Says that it is equal to everything. */
    private static final class Flatterer extends ArrayList<Object> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean equals(Object other) {
            return true;
        }

        @Override
        public int hashCode() {
            return "a".hashCode();
        }
    }

    private static final class Endless extends AbstractList<Object> {
        @Override
        public Object get(int index) {
            return "a";
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public Iterator<Object> iterator() {
            return java.util.stream.Stream.generate(() -> (Object) "a").iterator();
        }
    }

    private record Pair(Object first, int[] second) {
    }

    @Test
    void partsAreComparedPartByPart() {
        assertTrue(Same.same(null, null));
        assertFalse(Same.same(null, 1));
        assertFalse(Same.same(1, null));
        assertTrue(Same.same(new int[][] {{1}, {2, 3}}, new int[][] {{1}, {2, 3}}));
        assertFalse(Same.same(new int[] {1}, new long[] {1}));
        assertFalse(Same.same(new int[] {1}, new int[] {1, 2}));
        assertTrue(Same.same(new Object[] {"a"}, new String[] {"a"}));
        assertTrue(Same.same(List.of("a", List.of(1)), new LinkedList<>(Arrays.asList("a", List.of(1)))));
        assertFalse(Same.same(List.of("a"), List.of("a", "b")));
        assertFalse(Same.same(List.of("a", "b"), List.of("a")));
        assertTrue(Same.same(List.of(new int[] {1}), List.of(new int[] {1})));
        assertTrue(Same.same(Set.of(1, 2), new HashSet<>(List.of(2, 1))));
        assertFalse(Same.same(Set.of(1, 2), Set.of(1, 3)));
        assertTrue(Same.same(Map.of("a", 1), new TreeMap<>(Map.of("a", 1))));
        assertFalse(Same.same(Map.of("a", 1), Map.of("a", 2)));
        assertTrue(Same.same(new Pair("a", new int[] {1}), new Pair("a", new int[] {1})));
        assertFalse(Same.same(new Pair("a", new int[] {1}), new Pair("a", new int[] {2})));
    }

    @Test
    void anAnswerThatFlattersIsWrong() {
        Flatterer flatterer = new Flatterer();
        assertFalse(Same.same("a", flatterer));
        assertFalse(Same.same(List.of("a"), flatterer));
        assertFalse(Same.same(List.of("a"), List.of(flatterer)));
        assertFalse(Same.same(Set.of("a"), Set.of(flatterer)));
        assertFalse(Same.same(Map.of("a", 1), Map.of(flatterer, 1)));
        assertFalse(Same.same(new Pair("a", null), new Pair(flatterer, null)));
        assertEquals("list: expected [a], got []", assertThrows(AssertionFailedError.class,
                () -> Verify.<Object>that("list", flatterer).equalTo(List.of("a"))).getMessage());
    }

    @Test
    void anAnswerWithoutEndIsWrongAtOnce() {
        assertFalse(Same.same(List.of("a", "a"), new Endless()));
    }
}
