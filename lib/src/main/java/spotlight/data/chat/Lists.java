package spotlight.data.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list of words, and questions about their order. Held out are lists. */
final class Lists implements Topic {
    private static final List<String> WORDS = List.of("key", "map", "lamp", "book", "coin", "rope", "clock", "drum",
            "cup", "hat", "ring", "kite", "bell", "pen", "shoe", "box", "red", "green", "blue", "white", "apple", "pear",
            "cat", "dog", "horse", "bird");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;
    private static final int QUESTIONS = 4;
    private static final List<String> ASKED = List.of("first", "last", "second", "backwards", "repeat");

    @Override
    public List<Exchange> talk(Draw draw) {
        List<String> words;
        do {
            words = draw.some(WORDS, draw.number(SHORTEST, LONGEST));
        } while (!draw.takes(String.join(" ", words)));
        List<Exchange> exchanges = new ArrayList<>();
        String opening = "Here are some words: " + String.join(", ", words) + ". ";
        for (String asked : draw.some(ASKED, draw.number(1, QUESTIONS))) {
            exchanges.add(new Exchange("lists", opening + question(draw, asked), answer(asked, words)));
            opening = "";
        }
        return exchanges;
    }

    private static String question(Draw draw, String asked) {
        return draw.pick(switch (asked) {
            case "backwards" -> List.of("Write them backwards.", "Turn the list round.", "Say the words in reverse order.");
            case "repeat" -> List.of("Repeat them.", "Say the list again.", "Write the words once more.");
            default -> List.of("Which word is the {x} one?", "What is the {x} word?", "Tell me the {x} word.");
        }).replace("{x}", asked);
    }

    private static String answer(String asked, List<String> words) {
        List<String> backwards = new ArrayList<>(words);
        Collections.reverse(backwards);
        return switch (asked) {
            case "backwards" -> String.join(", ", backwards) + ".";
            case "repeat" -> String.join(", ", words) + ".";
            case "first" -> "The first word is " + words.get(0) + ".";
            case "second" -> "The second word is " + words.get(1) + ".";
            default -> "The last word is " + backwards.get(0) + ".";
        };
    }
}
