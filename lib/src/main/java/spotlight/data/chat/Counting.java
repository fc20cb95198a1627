package spotlight.data.chat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import spotlight.data.chat.Draw.Proposal;

/** Counting up and down, and which of two numbers is larger. Held out are pairs of numbers. */
final class Counting implements Topic {
    private static final int HIGHEST = 30;
    private static final int LONGEST = 6;
    private static final List<String> COUNT = List.of("Count from {a} to {b}.", "Please count from {a} to {b}.",
            "Write the numbers from {a} to {b}.");
    private static final List<String> LARGER = List.of("Which is larger, {a} or {b}?",
            "Which number is larger: {a} or {b}?", "What is more, {a} or {b}?");
    private static final List<String> SMALLER = List.of("Which is smaller, {a} or {b}?",
            "Which number is smaller: {a} or {b}?", "What is less, {a} or {b}?");

    @Override
    public List<Exchange> talk(Draw draw) {
        return draw.first(() -> draw.happens(0.5) ? count(draw) : compare(draw));
    }

    private static Proposal count(Draw draw) {
        int low = draw.number(0, HIGHEST - LONGEST);
        int high = low + draw.number(1, LONGEST - 1);
        boolean down = draw.happens(0.5);
        String numbers = IntStream.rangeClosed(low, high).map(n -> down ? high + low - n : n)
                .mapToObj(Integer::toString).collect(Collectors.joining(", ", "", "."));
        return proposal(draw.pick(COUNT), "count", down ? high : low, down ? low : high, numbers);
    }

    private static Proposal compare(Draw draw) {
        int a = draw.number(0, HIGHEST);
        int b = (a + draw.number(1, HIGHEST)) % (HIGHEST + 1);
        boolean larger = draw.happens(0.5);
        int said = larger ? Math.max(a, b) : Math.min(a, b);
        return proposal(draw.pick(larger ? LARGER : SMALLER), "compare", a, b,
                said + " is " + (larger ? "larger" : "smaller") + " than " + (a + b - said) + ".");
    }

    private static Proposal proposal(String wording, String what, int a, int b, String answer) {
        String question = wording.replace("{a}", "" + a).replace("{b}", "" + b);
        return new Proposal(List.of(what + " " + a + " " + b), new Exchange("counting", question, answer));
    }
}
