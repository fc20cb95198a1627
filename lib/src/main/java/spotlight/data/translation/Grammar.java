package spotlight.data.translation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Rules and words for two languages at once. A sentence is derived by choosing one rule after the other; each choice
 * counts for both languages, so that the translation is built along with the sentence.
 */
final class Grammar {
    private final Map<String, List<Rule>> rules = new LinkedHashMap<>();
    private final Map<String, List<Word>> words = new LinkedHashMap<>();
    private final Map<String, List<Word>> tagged = new HashMap<>(); // by type@tag, as far as they were needed

    /** The grammar of the course. */
    static Grammar ofCourse() {
        return new Grammar(resource("grammar.txt"), resource("words.txt"));
    }

    private static String resource(String name) {
        try (InputStream in = Grammar.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a grammar.
     *
     * @throws IllegalArgumentException if a line is wrong; it names file and line
     */
    Grammar(String grammar, String lexicon) {
        eachLine("words.txt", lexicon, new WordReader()::line);
        eachLine("grammar.txt", grammar, line -> {
            Rule rule = Rule.parse(line);
            rules.computeIfAbsent(rule.name(), name -> new ArrayList<>()).add(rule);
        });
        rules.values().forEach(list -> list.forEach(rule -> rule.slots().values().forEach(slot -> {
            if (!rules.containsKey(slot.type()) && !words.containsKey(slot.type())) {
                throw new IllegalArgumentException(
                        "grammar.txt: nothing is called " + slot.type() + ", which " + rule.name() + " is built of");
            }
        })));
    }

    private interface Line {
        void read(String line);
    }

    private static void eachLine(String file, String text, Line reader) {
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank() && !lines[i].startsWith("#")) {
                try {
                    reader.read(lines[i]);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(file + ":" + (i + 1) + ": " + e.getMessage(), e);
                }
            }
        }
    }

    /** Reads tables: a line in brackets with the name and the columns, then a line for each word. */
    private final class WordReader {
        private String table;
        private String[] columns = {};

        void line(String line) {
            if (line.startsWith("[")) {
                String[] nameAndColumns = line.substring(1, line.length() - 1).split(": ", 2);
                table = nameAndColumns[0];
                columns = nameAndColumns[1].split(", ");
                words.put(table, new ArrayList<>());
                return;
            }
            String[] cells = line.split("\\|", -1);
            if (cells.length != columns.length) {
                throw new IllegalArgumentException(cells.length + " columns, expected " + List.of(columns));
            }
            Map<String, String> forms = new LinkedHashMap<>();
            for (int i = 0; i < cells.length; i++) {
                forms.put(columns[i], cells[i].strip());
            }
            String tags = forms.getOrDefault("tags", "");
            forms.remove("tags");
            words.get(table).add(new Word(table, forms, Set.of(tags.split(" "))));
        }
    }

    /** All words of a table, in their order. */
    List<Word> words(String table) {
        return List.copyOf(words.get(table));
    }

    /** The names of all tables. */
    Set<String> tables() {
        return words.keySet();
    }

    /** Any phrase of this kind. */
    Phrase derive(String type, SplittableRandom random) {
        return derive(type, "", random);
    }

    private Phrase derive(String type, String tag, SplittableRandom random) {
        if (words.containsKey(type)) {
            List<Word> fitting = tag.isEmpty()
                    ? words.get(type)
                    : tagged.computeIfAbsent(type + "@" + tag,
                            typeAndTag -> tagged(type, tag));
            return fitting.get(random.nextInt(fitting.size()));
        }
        Rule rule = choose(rules.get(type), random);
        Map<String, Phrase> parts = new LinkedHashMap<>();
        rule.slots()
                .forEach((label, slot) -> parts.put(label, derive(slot.type(), slot.tag().replace("*", tag), random)));
        return rule.build(parts);
    }

    private List<Word> tagged(String type, String tag) {
        List<Word> fitting = words.get(type).stream().filter(word -> word.tags().contains(tag)).toList();
        if (fitting.isEmpty()) {
            throw new IllegalArgumentException("words.txt: no " + type + " has the tag " + tag);
        }
        return fitting;
    }

    private static Rule choose(List<Rule> rules, SplittableRandom random) {
        int left = random.nextInt(rules.stream().mapToInt(Rule::weight).sum());
        int i = 0;
        while (left >= rules.get(i).weight()) {
            left -= rules.get(i++).weight();
        }
        return rules.get(i);
    }
}
