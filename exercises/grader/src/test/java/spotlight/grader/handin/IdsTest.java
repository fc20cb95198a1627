package spotlight.grader.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void safeNamesStayAsTheyAre() {
        assertEquals("anna-b.smith_2", Ids.safe("anna-b.smith_2"));
    }

    @Test
    void accentsGoAndOtherLettersBecomeNumbers() {
        assertEquals("Zoe-Muller", Ids.safe("Zoë  Müller"));
        assertEquals("u5f20u4f1f", Ids.safe("张伟"));
    }

    @Test
    void whatIsDangerousInAFileNameGoes() {
        assertEquals("a-b-cmd", Ids.safe("a\nb,\u202E=cmd()"));
        assertEquals("etc-passwd", Ids.safe("../../etc/passwd"));
        assertEquals("rf", Ids.safe("-rf"));
        assertEquals("student", Ids.safe("\u202E..."));
        assertEquals("_con", Ids.safe("con"));
        assertEquals("_NUL.txt", Ids.safe("NUL.txt"));
        assertEquals(80, Ids.safe("x".repeat(500)).length());
    }

    @Test
    void collisionsAreNumberedInTheOrderOfTheNames() {
        Map<String, String> names = Map.of("1", "a b", "2", "a-b", "3", "a?b", "4", "A-B", "5", "a-b-2");
        assertEquals(Map.of("4", "A-B", "2", "a-b-2", "5", "a-b-2-2", "1", "a-b-3", "3", "a-b-4"), Ids.of(names));
        assertEquals(Ids.of(names), Ids.of(new TreeMap<>(names)));
    }

    @Test
    void idsAreUniqueForAnyNames() {
        Map<String, String> names = Stream.of("a", "A", "a-2", "a 2", "á", "ä-2", "", "student", "=a", "a\0")
                .collect(Collectors.toMap(name -> name, name -> name));
        Map<String, String> ids = Ids.of(names);
        assertEquals(names.size(), new HashSet<>(ids.values().stream().map(String::toLowerCase).toList()).size());
        assertTrue(ids.values().stream().allMatch(id -> id.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")), ids::toString);
    }
}
