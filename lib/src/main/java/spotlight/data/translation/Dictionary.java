package spotlight.data.translation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a dictionary says about each English word: the table {@code dictionary} first, then all other words. */
final class Dictionary {
    private Dictionary() {
    }

    static Map<String, String> of(Grammar grammar) {
        Map<String, String> entries = new LinkedHashMap<>();
        grammar.words("dictionary").forEach(word -> put(entries, word.english(""), word.chinese("")));
        grammar.tables().stream().filter(table -> !table.equals("dictionary"))
                .forEach(table -> grammar.words(table).forEach(word -> word.forms().forEach((form, text) -> {
                    if (text.matches("[a-zA-Zé' -]+")) {
                        put(entries, text, chinese(word));
                        put(entries, text + "'s", chinese(word) + "的");
                    }
                })));
        return entries;
    }

    private static String chinese(Word word) {
        return word.forms().getOrDefault("zh", word.forms().getOrDefault("v", "") + word.forms().getOrDefault("o", ""));
    }

    private static void put(Map<String, String> entries, String english, String chinese) {
        entries.putIfAbsent(english.toLowerCase(Locale.ROOT), chinese);
    }
}
