package spotlight.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import spotlight.grader.StudentCode;

class AllowedTest {
    /** Newer than the Java that this kit is compiled for. */
    private static final Set<String> LATER = Set.of("java.lang.MatchException", "java.util.SequencedCollection",
            "java.util.SequencedMap", "java.util.SequencedSet");

    @Test
    void aLineNamesClassesAndWhatOfThem() {
        Allowed allowed = new Allowed(List.of("# a comment", "", "a: One Two", "a: Three only go <init>",
                "a: Four without stop", "b: *", "extend a: One", "extend c: *", "never: wait"));
        assertTrue(allowed.type("a.One") && allowed.member("a.One", "anything"));
        assertTrue(allowed.type("a.Two$Inner") && allowed.member("a.Two$Inner", "anything"));
        assertTrue(allowed.member("a.Three", "go") && allowed.member("a.Three", "<init>"));
        assertFalse(allowed.member("a.Three", "stop") || allowed.type("a.Three$Inner"));
        assertTrue(allowed.member("a.Four", "go") && allowed.type("a.Four$Inner"));
        assertFalse(allowed.member("a.Four", "stop") || allowed.member("a.Four$Inner", "stop"));
        assertTrue(allowed.type("b.Any") && allowed.member("b.Any", "go"));
        assertFalse(allowed.type("b.c.Any") || allowed.type("a.Five") || allowed.type("Bare"));
        assertFalse(allowed.member("a.One", "wait") || allowed.member("b.Any", "wait"));
        assertTrue(allowed.mayBeExtended("a.One") && allowed.mayBeExtended("c.Any"));
        assertFalse(allowed.mayBeExtended("a.Two"));
    }

    @Test
    void aLineOfAnotherFormIsRefused() {
        assertEquals("allowed.txt: `a.One` has no `: `",
                assertThrows(IllegalArgumentException.class, () -> new Allowed(List.of("a.One"))).getMessage());
        assertEquals("allowed.txt: a.One is listed twice",
                assertThrows(IllegalArgumentException.class, () -> new Allowed(List.of("a: One", "a: Two One")))
                        .getMessage());
    }

    @Test
    void everyClassListedIsThereAndPublic() {
        Set<String> wrong = new TreeSet<>();
        for (String name : Allowed.ofCourse().classNames()) {
            try {
                if (!Modifier.isPublic(Class.forName(name, false, getClass().getClassLoader()).getModifiers())) {
                    wrong.add(name);
                }
            } catch (ClassNotFoundException e) {
                wrong.add(name);
            }
        }
        wrong.removeAll(LATER);
        assertEquals(Set.of(), wrong);
    }

    @Test
    void everyPublicClassOfTheLibraryIsDecided() throws Exception {
        Set<String> undecided = new TreeSet<>();
        for (String name : library()) {
            boolean open = Modifier.isPublic(Class.forName(name, false, getClass().getClassLoader()).getModifiers());
            if (open && Allowed.ofCourse().type(name) == Reasons.ofCourse().knows(name)
                    && !name.startsWith("spotlight.tensor.")) {
                undecided.add(name);
            }
        }
        assertEquals(Set.of(), undecided, "on the list, or with a reason why not, and not both");
    }

    private static Set<String> library() throws IOException {
        Set<String> names = new TreeSet<>(StudentCode.sources("lib/src/main/java").keySet());
        assertTrue(names.size() > 150, () -> names.size() + " classes");
        return names;
    }
}
