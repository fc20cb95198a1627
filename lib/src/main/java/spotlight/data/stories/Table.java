package spotlight.data.stories;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Things to choose from that are spoken of in several forms: {@code child(name he) = Mia she | Tom he}. Each line is
 * chosen as a whole, which is what makes a pronoun agree with a name said three sentences ago.
 */
final class Table {
    private final String name;
    private final List<String> forms;
    private final List<Map<String, Phrase>> entries = new ArrayList<>();
    private final Weights weights = new Weights();

    Table(String name, List<String> forms) {
        this.name = name;
        this.forms = forms;
    }

    void add(int weight, List<String> said) {
        Map<String, Phrase> entry = new LinkedHashMap<>();
        for (int i = 0; i < forms.size(); i++) {
            String words = said.get(i).replace('_', ' ');
            entry.put(capital(forms.get(i)), Phrase.of(capital(words)));
            entry.put(forms.get(i), Phrase.of(words));
        }
        weights.add(weight);
        entries.add(entry);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    String name() {
        return name;
    }

    /** Whether there is this form; {@code He} is {@code he} with a capital letter. */
    boolean has(String form) {
        return forms.contains(form) || forms.stream().anyMatch(each -> capital(each).equals(form));
    }

    int size() {
        return entries.size();
    }

    Weights weights() {
        return weights;
    }

    /** Its first form. */
    String form() {
        return forms.get(0);
    }

    /** The first words of a form. */
    Set<String> firsts(String form) {
        Set<String> words = new TreeSet<>();
        entries.forEach(entry -> words.add(entry.get(form).words().get(0)));
        return words;
    }

    Phrase said(int entry, String form) {
        return entries.get(entry).get(form);
    }
}
