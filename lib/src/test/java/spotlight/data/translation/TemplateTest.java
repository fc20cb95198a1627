package spotlight.data.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Word BOOK = new Word("noun", Map.of("base", "book", "plural", "books", "zh", "书", "m", "本"),
            Set.of());

    private static String english(String template, Map<String, Phrase> phrases, String asked) {
        return Template.parse(template).fill(phrases, asked, Phrase::english);
    }

    @Test
    void phrasesStandInTheirPlacesInTheirForms() {
        Map<String, Phrase> phrases = Map.of("noun", BOOK);
        assertEquals("two books", english("two {noun@text.plural}", phrases, ""));
        assertEquals("两本书", Template.parse("两{noun.m}{noun}").fill(phrases, "", Phrase::chinese));
    }

    @Test
    void theFormThatIsAskedPassesOn() {
        assertEquals("books!", english("{noun.*}!", Map.of("noun", BOOK), "plural"));
        assertEquals("看了书", Template.parse("看{*}{noun}").fill(Map.of("noun", BOOK), "了", Phrase::chinese));
    }

    @Test
    void verbsAgree() {
        Map<String, Phrase> they = Map.of("who", Rule.parse("who p 1 : they => 他们").build(Map.of()));
        Map<String, Phrase> i = Map.of("who", Rule.parse("who i 1 : I => 我").build(Map.of()));
        Map<String, Phrase> she = Map.of("who", Rule.parse("who 1 : she => 她").build(Map.of()));
        String template = "{who} <who:is|are|am>, {who} <who:does|do>";
        assertEquals("they are, they do", english(template, they, ""));
        assertEquals("I am, I do", english(template, i, ""));
        assertEquals("she is, she does", english(template, she, ""));
    }

    @Test
    void slotsAreNamedByTypeAndDigit() {
        Map<String, Template.Slot> slots = Template.parse("{city} <who:{verb2@go.s}|{verb2.base}> {city2}").slots();
        assertEquals(List.of("city", "verb2", "city2"), List.copyOf(slots.keySet()));
        assertEquals(new Template.Slot("verb2", "verb", "go", "s"), slots.get("verb2"));
    }

    @Test
    void anOpenBracketIsAnError() {
        assertEquals("no } after \"{noun\"",
                assertThrows(IllegalArgumentException.class, () -> Template.parse("a {noun")).getMessage());
        assertEquals("no : in \"<who>\"",
                assertThrows(IllegalArgumentException.class, () -> Template.parse("<who>")).getMessage());
    }
}
