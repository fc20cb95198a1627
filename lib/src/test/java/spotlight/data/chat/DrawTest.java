package spotlight.data.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spotlight.data.chat.Draw.Proposal;

class DrawTest {
    private final Draw training = new Draw(new Random(0), false);
    private final Draw heldOut = new Draw(new Random(0), true);

    @Test
    void everyCombinationBelongsToOneSide() {
        int held = 0;
        for (int i = 0; i < 8_000; i++) {
            String combination = "7 + " + i;
            assertNotEquals(training.takes(combination), heldOut.takes(combination));
            held += heldOut.takes(combination) ? 1 : 0;
        }
        assertTrue(held > 900 && held < 1_100, "about one in eight is held out: " + held);
    }

    @Test
    void oneHeldOutPartIsEnough() {
        List<String> held = IntStream.range(0, 99).mapToObj(i -> "a" + i).filter(Draw::isHeldOut).toList();
        List<String> free = IntStream.range(0, 99).mapToObj(i -> "a" + i).filter(s -> !Draw.isHeldOut(s)).toList();
        assertTrue(heldOut.takes(free.get(0), held.get(0)));
        assertTrue(!training.takes(free.get(0), held.get(0)));
        assertTrue(training.takes(free.get(0), free.get(1)));
        assertTrue(!heldOut.takes(free.get(0), free.get(1)));
    }

    @Test
    void proposalsAreMadeUntilOneFits() {
        int[] next = {0};
        Exchange exchange = heldOut.first(() -> {
            String question = "question " + next[0]++;
            return new Proposal(List.of(question), new Exchange("topic", question, "answer"));
        }).get(0);
        assertTrue(Draw.isHeldOut(exchange.question()));
        assertEquals("question " + (next[0] - 1), exchange.question());
    }

    @Test
    void choicesReachAllThereIs() {
        Set<Integer> numbers = new HashSet<>();
        Set<String> picked = new HashSet<>();
        Set<List<String>> some = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            numbers.add(training.number(3, 5));
            picked.add(training.pick(List.of("a", "b")));
            some.add(training.some(List.of("a", "b", "c"), 2));
        }
        assertEquals(Set.of(3, 4, 5), numbers);
        assertEquals(Set.of("a", "b"), picked);
        assertEquals(6, some.size(), "two of three in any order, never the same twice");
        assertTrue(training.happens(1) && !training.happens(0));
    }
}
