package spotlight.data.translation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A line of words.txt.
 *
 * @param table what kind of word it is
 * @param forms its columns by name, the first being {@code base}
 * @param tags  where it makes sense
 */
record Word(String table, Map<String, String> forms, Set<String> tags) implements Phrase {

    @Override
    public String english(String form) {
        return form(form.isEmpty() ? "base" : form);
    }

    @Override
    public String chinese(String form) {
        return form(form.isEmpty() ? "zh" : form);
    }

    private String form(String name) {
        String text = forms.get(name);
        if (text == null) {
            throw new IllegalArgumentException(
                    "words.txt: " + table + " \"" + forms.get("base") + "\" has no form \"" + name + "\"");
        }
        return text;
    }

    @Override
    public Person person() {
        return Person.SINGULAR;
    }

    @Override
    public List<Phrase> parts() {
        return List.of();
    }
}
