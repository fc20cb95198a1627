package spotlight.baseline;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import spotlight.text.Words;

/**
 * Translates with a dictionary and nothing else: each word becomes its entry, in the order of the source. An entry may
 * be for several words, as "cup of tea"; the longest that fits is taken.
 */
public final class WordForWord {
    private static final Map<String, String> SIGNS = Map.of(".", "。", ",", "，", "?", "？");

    private final Map<List<String>, String> entries = new HashMap<>();
    private final int longest;

    /** @param dictionary what each word or phrase means, in small letters; empty if it is left out */
    public WordForWord(Map<String, String> dictionary) {
        SIGNS.forEach((sign, meaning) -> entries.put(List.of(sign), meaning));
        dictionary.forEach((phrase, meaning) -> entries.put(words(phrase), meaning));
        longest = entries.keySet().stream().mapToInt(List::size).max().orElse(1);
    }

    private static List<String> words(String text) {
        return Words.split(text.toLowerCase(Locale.ROOT));
    }

    /** Each word or phrase in its turn; a word that is not in the dictionary stays as it is. Nothing between them. */
    public String translate(String sentence) {
        List<String> words = words(sentence);
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < words.size()) {
            int length = Math.min(longest, words.size() - at);
            while (length > 1 && !entries.containsKey(words.subList(at, at + length))) {
                length--;
            }
            text.append(entries.getOrDefault(words.subList(at, at + length), words.get(at)));
            at += length;
        }
        return text.toString();
    }
}
