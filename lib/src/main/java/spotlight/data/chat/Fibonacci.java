package spotlight.data.chat;

import java.util.List;
import java.util.stream.Collectors;
import spotlight.data.chat.Draw.Proposal;

/**
 * The beginning of Fibonacci's sequence, of which each number is the sum of the two before it, and what follows two of
 * its numbers. Held out are combinations with a wording.
 */
final class Fibonacci implements Topic {
    private static final List<Integer> NUMBERS = List.of(0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89);
    private static final int FEWEST = 3;
    private static final int MOST = 10;
    private static final List<String> WHOLE = List.of("Write the first {n} Fibonacci numbers.",
            "What are the first {n} Fibonacci numbers?", "Show me {n} Fibonacci numbers.",
            "How does the Fibonacci sequence begin? Write {n} numbers.",
            "Please write {n} numbers of the Fibonacci sequence.", "I need the first {n} Fibonacci numbers.");
    private static final List<String> NEXT = List.of("Which Fibonacci number comes after {a} and {b}?",
            "What follows {a} and {b} in the Fibonacci sequence?", "The Fibonacci sequence has {a}, {b}. What is next?",
            "After {a} and {b}, how does the Fibonacci sequence go on?");

    @Override
    public List<Exchange> talk(Draw draw) {
        return draw.first(() -> draw.happens(0.5) ? whole(draw) : next(draw));
    }

    private static Proposal whole(Draw draw) {
        int n = draw.number(FEWEST, MOST);
        return proposal(draw.pick(WHOLE).replace("{n}", "" + n), NUMBERS.subList(0, n).stream()
                .map(Object::toString).collect(Collectors.joining(", ", "", ".")));
    }

    private static Proposal next(Draw draw) {
        int at = draw.number(1, NUMBERS.size() - 2);
        String question = draw.pick(NEXT).replace("{a}", "" + NUMBERS.get(at - 1)).replace("{b}", "" + NUMBERS.get(at));
        return proposal(question,
                NUMBERS.get(at - 1) + " plus " + NUMBERS.get(at) + " is " + NUMBERS.get(at + 1) + ".");
    }

    private static Proposal proposal(String question, String answer) {
        return new Proposal(List.of(question), new Exchange("Fibonacci", question, answer));
    }
}
