package spotlight.data.translation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * A sentence in both languages.
 *
 * @param english  with capital letter and full stop
 * @param chinese  its one translation
 * @param depth    how many relative clauses and reported sentences stand inside each other
 * @param combines whether a noun that words.txt calls held stands in a relative clause or a sentence with 把
 */
record Sentence(String english, String chinese, int depth, boolean combines) {
    private static final Pattern A_BEFORE_VOWEL = Pattern.compile("\\b([Aa]) (?=[aeio]|umb)");
    private static final Set<String> MAY_RETURN = Set.of("num");
    private static final List<Set<String>> ONE_PERSON = List.of(Set.of("i", "me"), Set.of("you"), Set.of("we", "us"),
            Set.of("he", "him"), Set.of("they", "them"));

    /** Any sentence in which no word and no pronoun comes twice; that would sound strange. */
    static Sentence random(Grammar grammar, SplittableRandom random) {
        while (true) {
            Phrase phrase = grammar.derive("sentence", random);
            if (!repeats(phrase, new HashSet<>())) {
                String english = spelled(phrase.english(""));
                if (!repeatsPronoun(english)) {
                    return new Sentence(english, phrase.chinese(""), depth(phrase), combines(phrase, false));
                }
            }
        }
    }

    private static String spelled(String text) {
        String capital = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return A_BEFORE_VOWEL.matcher(capital).replaceAll("$1n ");
    }

    private static boolean repeats(Phrase phrase, Set<String> seen) {
        if (phrase instanceof Word word) {
            return !MAY_RETURN.contains(word.table()) && !seen.add(word.table() + " " + word.english(""));
        }
        return phrase.parts().stream().anyMatch(part -> repeats(part, seen));
    }

    private static boolean repeatsPronoun(String english) {
        List<String> words = List.of(english.toLowerCase(Locale.ROOT).split("[ ,.?]+"));
        return ONE_PERSON.stream().anyMatch(forms -> words.stream().filter(forms::contains).count() > 1);
    }

    private static int depth(Phrase phrase) {
        int inside = phrase.parts().stream().mapToInt(Sentence::depth).max().orElse(0);
        return inside + (flag(phrase, "relative") || flag(phrase, "reported") ? 1 : 0);
    }

    private static boolean combines(Phrase phrase, boolean special) {
        if (phrase instanceof Word word) {
            return special && word.tags().contains("held");
        }
        boolean here = special || flag(phrase, "relative") || flag(phrase, "ba");
        return phrase.parts().stream().anyMatch(part -> combines(part, here));
    }

    private static boolean flag(Phrase phrase, String name) {
        return phrase instanceof Rule.Built built && built.rule().flags().contains(name);
    }
}
