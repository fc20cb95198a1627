package spotlight.data.translation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * One side of a rule: text with places for other phrases, as {@code a {adj@*} {noun@*}}.
 *
 * @param parts one after the other
 */
record Template(List<Part> parts) {
    private static final String ASKED = "*";

    /** A piece of a template. */
    sealed interface Part {
    }

    /** Text as it is. */
    record Text(String text) implements Part {
    }

    /** The form that was asked of the whole phrase. */
    record Asked() implements Part {
    }

    /**
     * A place for a phrase.
     *
     * @param label what it is called in this rule: the type, and a digit if there are several
     * @param type  what kind of phrase or word is wanted
     * @param tag   which words are wanted, empty for any; * stands for the tag asked of the whole phrase
     * @param form  in which form it is wanted; * for the form asked of the whole phrase
     */
    record Slot(String label, String type, String tag, String form) implements Part {
    }

    /** What stands here depends on another phrase: singular, plural, I (as the plural, if not said). */
    record Agreement(String label, List<Template> options) implements Part {
        Template option(Phrase.Person person) {
            return options.get(Math.min(person.ordinal(), options.size() - 1));
        }
    }

    /** @throws IllegalArgumentException if a bracket is not closed */
    static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '{' ? closing(text, at, '}') : c == '<' ? closing(text, at, '>') : nextBracket(text, at);
            parts.add(c == '{'
                    ? slot(text.substring(at + 1, end))
                    : c == '<' ? agreement(text.substring(at + 1, end)) : new Text(text.substring(at, end)));
            at = c == '{' || c == '<' ? end + 1 : end;
        }
        return new Template(List.copyOf(parts));
    }

    private static int closing(String text, int from, char bracket) {
        int end = text.indexOf(bracket, from);
        if (end < 0) {
            throw new IllegalArgumentException("no " + bracket + " after \"" + text.substring(from) + "\"");
        }
        return end;
    }

    private static int nextBracket(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '{' && text.charAt(end) != '<') {
            end++;
        }
        return end;
    }

    private static Part slot(String inside) {
        if (inside.equals(ASKED)) {
            return new Asked();
        }
        String[] labelAndForm = inside.split("\\.", 2);
        String[] labelAndTag = labelAndForm[0].split("@", 2);
        return new Slot(labelAndTag[0], labelAndTag[0].replaceAll("\\d+$", ""),
                labelAndTag.length > 1 ? labelAndTag[1] : "",
                labelAndForm.length > 1 ? labelAndForm[1] : "");
    }

    private static Part agreement(String inside) {
        String[] labelAndOptions = inside.split(":", 2);
        if (labelAndOptions.length < 2) {
            throw new IllegalArgumentException("no : in \"<" + inside + ">\"");
        }
        List<Template> options = new ArrayList<>();
        for (String option : labelAndOptions[1].split("\\|")) {
            options.add(parse(option));
        }
        return new Agreement(labelAndOptions[0], List.copyOf(options));
    }

    /** All slots, each label once, as it comes first; those inside an agreement too. */
    Map<String, Slot> slots() {
        Map<String, Slot> slots = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part instanceof Slot slot) {
                slots.putIfAbsent(slot.label, slot);
            } else if (part instanceof Agreement agreement) {
                agreement.options.forEach(option -> option.slots().forEach(slots::putIfAbsent));
            }
        }
        return slots;
    }

    /** With phrases in their places; {@code side} says a phrase in one of the languages. */
    String fill(Map<String, Phrase> phrases, String asked, BiFunction<Phrase, String, String> side) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Text fixed) {
                text.append(fixed.text);
            } else if (part instanceof Asked) {
                text.append(asked);
            } else if (part instanceof Slot slot) {
                text.append(side.apply(phrases.get(slot.label), slot.form.equals(ASKED) ? asked : slot.form));
            } else if (part instanceof Agreement agreement) {
                text.append(agreement.option(phrases.get(agreement.label).person()).fill(phrases, asked, side));
            }
        }
        return text.toString();
    }
}
