package spotlight.data.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import spotlight.data.chat.Draw.Proposal;

/**
 * Sums and differences of numbers up to 20, and sequences like Fibonacci's, in which each number is the sum of the two
 * before it. Two numbers that are held out are never added in training: in neither order, no wording, no sequence.
 */
final class Sums implements Topic {
    static final int MOST = 20;
    private static final List<String> PLUS = List.of("What is {a} plus {b}?", "How much is {a} plus {b}?",
            "Add {a} and {b}.", "{a} + {b} = ?");
    private static final List<String> MINUS = List.of("What is {c} minus {b}?", "How much is {c} minus {b}?",
            "Take {b} away from {c}.", "{c} - {b} = ?");
    private static final List<String> STARTS = List.of("A sequence like that of Fibonacci begins with {a} and {b}."
            + " What comes next?", "Each number is the sum of the two before it: {a}, {b}. What comes next?",
            "What comes after {a} and {b} in a Fibonacci sequence?");
    private static final List<String> THEN = List.of("And then?", "What comes next?", "And after that?", "Go on.");
    private static final List<String> WHOLE = List.of("Write the first {n} Fibonacci numbers.",
            "What are the first {n} Fibonacci numbers?", "Show me {n} Fibonacci numbers.",
            "How does the Fibonacci sequence begin? Write {n} numbers.",
            "Please write {n} numbers of the Fibonacci sequence.", "I need the first {n} Fibonacci numbers.");
    private static final List<Integer> FIBONACCI = List.of(0, 1, 1, 2, 3, 5, 8, 13, 21, 34);
    private static final int FEWEST = 3;
    private static final int STEPS = 5;

    @Override
    public List<Exchange> talk(Draw draw) {
        int kind = draw.number(0, 9);
        if (kind < 5) {
            return draw.first(() -> plus(draw, draw.number(0, MOST), draw.number(0, MOST)));
        }
        return switch (kind) {
            case 5, 6 -> draw.first(() -> minus(draw, draw.number(0, MOST), draw.number(0, MOST)));
            case 7 -> draw.first(() -> whole(draw));
            default -> sequence(draw);
        };
    }

    private static Proposal plus(Draw draw, int a, int b) {
        return new Proposal(List.of(pair(a, b)), new Exchange("sums", fill(draw.pick(PLUS), a, b),
                fill("{a} plus {b} is {c}.", a, b)));
    }

    private static Proposal minus(Draw draw, int a, int b) {
        return new Proposal(List.of((a + b) + " - " + b), new Exchange("sums", fill(draw.pick(MINUS), a, b),
                fill("{c} minus {b} is {a}.", a, b)));
    }

    private static Proposal whole(Draw draw) {
        int n = draw.number(FEWEST, FIBONACCI.size());
        String question = draw.pick(WHOLE).replace("{n}", "" + n);
        return new Proposal(List.of(question), new Exchange("Fibonacci", question, FIBONACCI.subList(0, n).stream()
                .map(Object::toString).collect(Collectors.joining(", ", "", "."))));
    }

    private static List<Exchange> sequence(Draw draw) {
        int a;
        int b;
        do {
            a = draw.number(0, MOST / 2);
            b = draw.number(Math.max(1, a), MOST / 2);
        } while (!draw.takes(pair(a, b)));
        List<Exchange> exchanges = new ArrayList<>();
        String question = draw.pick(STARTS);
        int steps = draw.number(1, STEPS);
        do {
            exchanges.add(new Exchange("Fibonacci", fill(question, a, b), fill("{a} plus {b} is {c}.", a, b)));
            int next = a + b;
            a = b;
            b = next;
            question = draw.pick(THEN);
        } while (exchanges.size() < steps && b <= MOST && draw.takes(pair(a, b)));
        return exchanges;
    }

    private static String pair(int a, int b) {
        return Math.min(a, b) + " + " + Math.max(a, b);
    }

    private static String fill(String template, int a, int b) {
        return template.replace("{a}", "" + a).replace("{b}", "" + b).replace("{c}", "" + (a + b));
    }
}
