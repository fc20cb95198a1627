package spotlight.data.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A list of words, and questions about their order. Held out are lists. */
final class Lists implements Topic {
    private static final List<String> WORDS = List.of("key", "map", "lamp", "book", "coin", "rope", "clock", "drum",
            "cup", "hat", "ring", "kite", "bell", "pen", "shoe", "box", "red", "green", "blue", "white", "apple",
            "pear", "cat", "dog", "horse", "bird");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 6;
    private static final int QUESTIONS = 4;
    private static final List<String> OPENINGS = List.of("Here are some words: ", "Read these words: ",
            "My words are: ");

    @Override
    public List<Exchange> talk(Draw draw) {
        List<String> words;
        do {
            words = draw.some(WORDS, draw.number(SHORTEST, LONGEST));
        } while (!draw.takes(String.join(" ", words)));
        List<Exchange> exchanges = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        String opening = draw.pick(OPENINGS) + String.join(" ", words) + ". ";
        int questions = draw.number(1, QUESTIONS);
        while (exchanges.size() < questions) {
            Exchange next = ask(draw, words);
            if (asked.add(next.answer())) {
                exchanges.add(new Exchange(next.topic(), opening + next.question(), next.answer()));
                opening = "";
            }
        }
        return exchanges;
    }

    private static Exchange ask(Draw draw, List<String> words) {
        int at = draw.number(0, words.size() - 2); // of two neighbours the first
        String here = words.get(at);
        String next = words.get(at + 1);
        return switch (draw.number(0, 6)) {
            case 0, 1 -> exchange(draw, List.of("Repeat them.", "Say the list again.", "Write the words once more."),
                    String.join(" ", words) + ".");
            case 2 -> exchange(draw, List.of("Write them backwards.", "Turn the list round.",
                    "Say the words in reverse order."), backwards(words) + ".");
            case 3 -> exchange(draw, List.of("Which word comes after " + here + "?", "What follows " + here + "?"),
                    "After " + here + " comes " + next + ".");
            case 4 -> exchange(draw, List.of("Which word comes before " + next + "?", "What precedes " + next + "?"),
                    "Before " + next + " comes " + here + ".");
            case 5 -> exchange(draw, List.of("Which word is the first one?", "What is the first word?"),
                    "The first word is " + words.get(0) + ".");
            default -> exchange(draw, List.of("Which word is the last one?", "What is the last word?"),
                    "The last word is " + words.get(words.size() - 1) + ".");
        };
    }

    private static Exchange exchange(Draw draw, List<String> wordings, String answer) {
        return new Exchange("lists", draw.pick(wordings), answer);
    }

    private static String backwards(List<String> words) {
        List<String> backwards = new ArrayList<>(words);
        Collections.reverse(backwards);
        return String.join(" ", backwards);
    }
}
