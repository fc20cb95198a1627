package spotlight.grader;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether an answer is the expected value. The expected value is asked, never the answer: an answer may be of a class
 * whose {@code equals} is always true, or a list without end.
 */
final class Same {
    private Same() {
    }

    static boolean same(Object expected, Object actual) {
        if (expected == null || actual == null) {
            return expected == actual;
        }
        if (expected.getClass().isArray()) {
            return expected.getClass() == actual.getClass()
                    ? sameArrays(expected, actual)
                    : looselyEqual(expected, actual);
        }
        if (expected instanceof List<?> list) {
            return actual instanceof List<?> other && sameInOrder(list.iterator(), other.iterator());
        }
        if (expected instanceof Set<?> set) {
            return actual instanceof Set<?> other && sameInAnyOrder(set, first(other, set.size() + 1));
        }
        if (expected instanceof Map<?, ?> map) {
            return actual instanceof Map<?, ?> other
                    && sameInAnyOrder(entries(map.entrySet(), map.size()), entries(other.entrySet(), map.size() + 1));
        }
        if (expected instanceof Record && expected.getClass() == actual.getClass()) {
            return Arrays.stream(expected.getClass().getRecordComponents())
                    .allMatch(each -> same(value(each, expected), value(each, actual)));
        }
        return expected.equals(actual);
    }

    /** As {@code Object[]} against {@code String[]}: arrays of objects whose types differ may hold the same. */
    private static boolean looselyEqual(Object expected, Object actual) {
        return expected instanceof Object[] && actual instanceof Object[] && sameArrays(expected, actual);
    }

    private static boolean sameArrays(Object expected, Object actual) {
        int length = Array.getLength(expected);
        if (Array.getLength(actual) != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!same(Array.get(expected, i), Array.get(actual, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameInOrder(Iterator<?> expected, Iterator<?> actual) {
        while (expected.hasNext()) {
            if (!actual.hasNext() || !same(expected.next(), actual.next())) {
                return false;
            }
        }
        return !actual.hasNext();
    }

    private static boolean sameInAnyOrder(Iterable<?> expected, List<?> actual) {
        List<Object> left = new ArrayList<>(actual);
        for (Object one : expected) {
            int found = 0;
            while (found < left.size() && !same(one, left.get(found))) {
                found++;
            }
            if (found == left.size()) {
                return false;
            }
            left.remove(found);
        }
        return left.isEmpty();
    }

    private static List<Object> first(Iterable<?> all, int most) {
        List<Object> first = new ArrayList<>();
        Iterator<?> each = all.iterator();
        while (first.size() < most && each.hasNext()) {
            first.add(each.next());
        }
        return first;
    }

    private static List<Object> entries(Set<? extends Map.Entry<?, ?>> entries, int most) {
        List<Object> pairs = new ArrayList<>();
        for (Object entry : first(entries, most)) {
            Map.Entry<?, ?> one = (Map.Entry<?, ?>) entry;
            pairs.add(Arrays.asList(one.getKey(), one.getValue()));
        }
        return pairs;
    }

    /** The field itself: its accessor may say something else. */
    private static Object value(RecordComponent component, Object of) {
        try {
            Field field = component.getDeclaringRecord().getDeclaredField(component.getName());
            field.setAccessible(true);
            return field.get(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
