package spotlight.data.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    void fibonacciNumbersAreTheSumOfTheTwoBefore() {
        Pattern answer = Pattern.compile("([0-9]+) plus ([0-9]+) is ([0-9]+)\\.");
        forEach(new Fibonacci(), talk -> {
            int[] asked = numbers(talk.get(0).question());
            Matcher next = answer.matcher(talk.get(0).answer());
            if (next.matches()) {
                assertEquals(Integer.parseInt(next.group(3)), asked[0] + asked[1], talk.toString());
                assertEquals(asked[0] + " " + asked[1], next.group(1) + " " + next.group(2));
            } else {
                int[] first = numbers(talk.get(0).answer());
                assertEquals(asked[0], first.length, talk.toString());
                IntStream.range(2, first.length).forEach(i -> assertEquals(first[i - 2] + first[i - 1], first[i]));
            }
        });
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
