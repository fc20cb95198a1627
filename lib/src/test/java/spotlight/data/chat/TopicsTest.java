package spotlight.data.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spotlight.data.Facts;
import spotlight.text.Words;

/** Each topic against a second way to find the right answer. */
class TopicsTest {
    private static final int TALKS = 500;

    private static void forEach(Topic topic, Consumer<List<Exchange>> check) {
        for (boolean heldOut : new boolean[] {false, true}) {
            Draw draw = new Draw(new Random(1), heldOut);
            for (int i = 0; i < TALKS; i++) {
                check.accept(topic.talk(draw));
            }
        }
    }

    private static int[] numbers(String text) {
        return Words.split(text).stream().filter(word -> word.matches("[0-9]+")).mapToInt(Integer::parseInt).toArray();
    }

    @Test
    void sumsAreRight() {
        Pattern answer = Pattern.compile("([0-9]+) (plus|minus) ([0-9]+) is ([0-9]+)\\.");
        forEach(new Sums(), talk -> talk.forEach(exchange -> {
            if (exchange.answer().startsWith("0, 1, 1")) {
                int[] first = numbers(exchange.answer());
                assertEquals(numbers(exchange.question())[0], first.length, exchange.toString());
                IntStream.range(2, first.length).forEach(i -> assertEquals(first[i - 2] + first[i - 1], first[i]));
                return;
            }
            Matcher m = answer.matcher(exchange.answer());
            assertTrue(m.matches(), exchange.answer());
            int a = Integer.parseInt(m.group(1));
            int b = Integer.parseInt(m.group(3));
            assertEquals(m.group(2).equals("plus") ? a + b : a - b, Integer.parseInt(m.group(4)), exchange.answer());
            int[] asked = numbers(exchange.question());
            assertTrue(asked.length == 0 || asked.length == 2, exchange.question());
            if (exchange.question().startsWith("Take")) {
                assertEquals(List.of(b, a), List.of(asked[0], asked[1]));
            } else if (asked.length == 2) {
                assertEquals(List.of(a, b), List.of(asked[0], asked[1]));
            }
        }));
    }

    @Test
    void aSequenceGoesOnWithItsLastTwoNumbers() {
        int[] longest = {0};
        forEach(new Sums(), talk -> {
            for (int i = 1; i < talk.size(); i++) {
                int[] before = numbers(talk.get(i - 1).answer());
                int[] now = numbers(talk.get(i).answer());
                assertEquals(List.of(before[1], before[2]), List.of(now[0], now[1]));
                longest[0] = Math.max(longest[0], i + 1);
            }
        });
        assertEquals(5, longest[0]);
    }

    @Test
    void neighboursAreNeighbours() {
        List<List<String>> rows = List.of(
                List.of("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Monday Tuesday".split(" ")),
                List.of(("January February March April May June July August September October November December"
                        + " January February").split(" ")),
                List.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("")),
                IntStream.rangeClosed(0, 30).mapToObj(Integer::toString).toList());
        forEach(new Order(), talk -> {
            List<String> said = Words.split(talk.get(0).answer());
            List<String> order = switch (said.get(0)) {
                case "After" -> List.of(said.get(1), said.get(3)); // After Monday comes Tuesday.
                case "Before" -> List.of(said.get(3), said.get(1));
                default -> List.of(said.get(1), said.get(5), said.get(3)); // Between A and C comes B.
            };
            assertTrue(rows.stream().anyMatch(row -> Collections.indexOfSubList(row, order) >= 0),
                    talk.toString());
            assertTrue(Words.split(talk.get(0).question()).contains(said.get(1)), talk.toString());
        });
    }

    @Test
    void countingAndComparingAreRight() {
        forEach(new Counting(), talk -> {
            int[] asked = numbers(talk.get(0).question());
            int[] said = numbers(talk.get(0).answer());
            if (talk.get(0).answer().contains("than")) {
                boolean larger = talk.get(0).answer().contains("larger");
                assertEquals(larger ? Math.max(asked[0], asked[1]) : Math.min(asked[0], asked[1]), said[0]);
                assertEquals(asked[0] + asked[1], said[0] + said[1]);
                assertEquals(larger, talk.get(0).question().matches(".*(larger|more).*"), talk.toString());
            } else {
                int step = asked[0] < asked[1] ? 1 : -1;
                assertEquals(Math.abs(asked[1] - asked[0]) + 1, said.length);
                IntStream.range(0, said.length).forEach(i -> assertEquals(asked[0] + i * step, said[i]));
            }
        });
    }

    @Test
    void oppositesGoBothWays() {
        Map<String, String> opposite = new HashMap<>();
        forEach(new Opposites(), talk -> {
            List<String> words = Words.split(talk.get(0).answer()); // The opposite of A is B.
            opposite.put(words.get(3), words.get(5));
            assertTrue(Words.split(talk.get(0).question()).contains(words.get(3)), talk.toString());
        });
        opposite.forEach((a, b) -> assertEquals(a, opposite.get(b)));
        assertEquals(48, opposite.size(), "nothing has two opposites");
    }

    @Test
    void listsAreReadInTheirOrder() {
        Set<String> kinds = new HashSet<>();
        forEach(new Lists(), talk -> {
            String text = talk.get(0).question();
            List<String> words = List.of(text.substring(text.indexOf(':') + 2, text.indexOf('.')).split(" "));
            List<String> backwards = new ArrayList<>(words);
            Collections.reverse(backwards);
            for (Exchange exchange : talk) {
                List<String> said = Words.split(exchange.answer());
                kinds.add(said.get(0).toLowerCase(Locale.ROOT));
                List<String> all = said.subList(0, said.size() - 1);
                switch (said.get(0)) {
                    case "After" ->
                        assertTrue(Collections.indexOfSubList(words, List.of(said.get(1), said.get(3))) >= 0);
                    case "Before" ->
                        assertTrue(Collections.indexOfSubList(words, List.of(said.get(3), said.get(1))) >= 0);
                    case "The" ->
                        assertEquals(said.get(1).equals("first") ? words.get(0) : backwards.get(0), said.get(4));
                    default ->
                        assertEquals(exchange.question().matches(".*(backwards|round|reverse).*") ? backwards : words,
                                all, exchange.toString());
                }
            }
        });
        assertTrue(kinds.containsAll(Set.of("after", "before", "the")));
    }

    /** The answer is the only statement that has the name, or the other side, asked for. */
    @Test
    void aTextSaysWhatIsAnswered() {
        int[] unknown = {0};
        forEach(new Reading(), talk -> {
            String opening = talk.get(0).question();
            int end = opening.lastIndexOf(". ") + 1;
            List<String> text = Words.split(opening.substring(0, end));
            for (Exchange exchange : talk) {
                List<String> asked = Words.split(exchange == talk.get(0)
                        ? opening.substring(end)
                        : exchange.question());
                if (exchange.topic().equals("not said")) {
                    assertEquals("I do not know.", exchange.answer());
                    unknown[0]++;
                } else {
                    List<String> said = Words.split(exchange.answer());
                    String name = said.get(0);
                    String other = said.get(said.size() - 2);
                    assertTrue(text.contains(name) && text.contains(other), talk.toString());
                    assertTrue(asked.contains(exchange.topic().equals("reading, who") ? other : name), talk.toString());
                    assertTrue(Math.abs(text.lastIndexOf(name) - text.lastIndexOf(other)) <= 9
                            || Collections.frequency(text, name) > 1, talk.toString());
                }
            }
        });
        assertTrue(unknown[0] > 300, "" + unknown[0]);
    }

    @Test
    void whatWasSaidIsRemembered() {
        forEach(new Memory(), talk -> {
            for (Exchange exchange : talk) {
                String value = Memory.lastWord(exchange.answer());
                if (exchange.topic().equals("memory")) {
                    assertTrue(talk.stream().anyMatch(told -> told.topic().equals("told")
                            && told.question().contains(value)), talk.toString());
                } else if (exchange.topic().equals("not told")) {
                    assertEquals("You have not told me.", exchange.answer());
                } else {
                    assertTrue(Words.split(exchange.question()).contains(value), talk.toString());
                }
            }
        });
    }

    /** Years, makers and kinds are those of the table with sources. */
    @Test
    void theCourseSaysWhatItsFactsSay() {
        Map<String, Facts.Milestone> models = new HashMap<>();
        Facts.timeline().forEach(model -> models.put(model.name(), model));
        int[] checked = {0};
        forEach(new Course(), talk -> {
            String answer = talk.get(0).answer();
            String name = answer.split(" ")[0];
            if (answer.contains(" was published in ")) {
                assertTrue(answer.endsWith(models.get(name).date().getYear() + "."), answer);
                checked[0]++;
            } else if (answer.contains(" was made by ")) {
                String maker = answer.substring(answer.indexOf(" by ") + 4, answer.length() - 1);
                assertTrue(models.get(name).organisation().startsWith(maker), answer);
                checked[0]++;
            } else if (models.containsKey(name) && answer.contains(" is a")) {
                String kind = models.get(name).kind();
                assertEquals(kind.contains("encoder"), answer.contains("encoder"), answer);
                assertEquals(kind.contains("decoder"), answer.contains("decoder"), answer);
                checked[0]++;
            }
        });
        assertTrue(checked[0] > 300, "" + checked[0]);
    }

    @Test
    void whoCannotKnowSaysSo() {
        forEach(new Unknowable(), talk -> assertEquals("I do not know.", talk.get(0).answer()));
    }

    @Test
    void greetingsHaveOneReply() {
        Map<String, String> replies = new HashMap<>();
        forEach(new Greetings(), talk -> {
            Exchange exchange = talk.get(0);
            String before = replies.put(exchange.question(), exchange.answer());
            assertTrue(before == null || before.equals(exchange.answer()), exchange.toString());
            assertTrue(Character.isUpperCase(exchange.question().charAt(0)));
        });
        assertTrue(Arrays.asList(replies.values().toArray()).contains("No, I am a model."));
    }
}
