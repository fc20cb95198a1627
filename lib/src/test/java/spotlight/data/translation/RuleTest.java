package spotlight.data.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleTest {

    @Test
    void aLineHasNameFlagsWeightAndBothSides() {
        Rule rule = Rule.parse("ba ba relative 3 : put {thing} away => 把{thing}收起来");
        assertEquals("ba", rule.name());
        assertEquals(Set.of("ba", "relative"), rule.flags());
        assertEquals(3, rule.weight());
        assertEquals(Set.of("thing"), rule.slots().keySet());
    }

    @Test
    void aRuleThatOnlyPassesOnKeepsThePerson() {
        Phrase they = Rule.parse("person p 1 : they => 他们").build(Map.of());
        assertEquals(Phrase.Person.PLURAL,
                Rule.parse("who 1 : {person} => {person}").build(Map.of("person", they)).person());
        assertEquals(Phrase.Person.SINGULAR,
                Rule.parse("who 1 : all {person} => {person}").build(Map.of("person", they)).person());
    }

    @Test
    void errorsSayWhatWasExpected() {
        assertEquals("expected name, flags, weight : English => Chinese", message("who 1 we => 我们"));
        assertEquals("flags [q] and weight 0, expected some of [ba, i, p, relative, reported] and a number",
                message("who q 0 : we => 我们"));
        assertEquals("Chinese has the parts [noun], English []", message("who 1 : we => {noun}"));
    }

    private static String message(String line) {
        return assertThrows(IllegalArgumentException.class, () -> Rule.parse(line)).getMessage();
    }
}
