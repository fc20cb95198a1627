package spotlight.data.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads rules and tables as {@link Grammar} describes them. A name must be defined below the lines that use it. */
final class GrammarReader {
    private static final Pattern DEFINITION = Pattern.compile("(\\w+)\\s*(?:\\(([^)]*)\\))?\\s*=(.*)");
    private static final Pattern ITEM = Pattern.compile("<([^>]*)>|(\\p{L}+|[.,!?])|(\\S)");
    private static final Pattern PICK = Pattern.compile("(\\w+)=(\\w+)\\.(\\w+)(?:!(\\w+))?");
    private static final Pattern SAY = Pattern.compile("(\\w+)\\.(\\w+)");
    private static final Pattern SUM = Pattern.compile("(\\w+)([+-])(\\w+)");

    private final Map<String, String[]> definitions = new LinkedHashMap<>(); // name: forms or null, alternatives
    private final Map<String, Table> tables = new HashMap<>();

    /** The rule of the first line. */
    static Rule read(String rules) {
        GrammarReader reader = new GrammarReader();
        reader.split(rules);
        reader.definitions.forEach(reader::table);
        return reader.rule(reader.definitions.keySet().iterator().next(), Map.of(), List.of());
    }

    private void split(String rules) {
        String name = "";
        for (String line : rules.strip().split("\n")) {
            Matcher matcher = DEFINITION.matcher(line.strip());
            if (Character.isWhitespace(line.charAt(0)) && !name.isEmpty()) {
                definitions.get(name)[1] += " " + line.strip();
            } else if (matcher.matches()) {
                name = matcher.group(1);
                require(!definitions.containsKey(name), name, "is defined twice");
                definitions.put(name, new String[] {matcher.group(2), matcher.group(3)});
            } else {
                require(false, line, "is neither name = … nor indented");
            }
        }
    }

    private void table(String name, String[] definition) {
        if (definition[0] == null) {
            return;
        }
        List<String> forms = List.of(definition[0].strip().split("\\s+"));
        Table table = new Table(name, forms);
        for (String line : alternatives(definition[1])) {
            List<String> said = List.of(unweighted(line).split("\\s+"));
            require(said.size() == forms.size(), name, said + " are " + said.size() + " forms, not " + forms.size());
            table.add(weight(line), said);
        }
        tables.put(name, table);
    }

    private static List<String> alternatives(String text) {
        List<String> alternatives = new ArrayList<>();
        for (String each : text.split("\\|", -1)) {
            alternatives.add(each.strip());
        }
        return alternatives;
    }

    private static int weight(String alternative) {
        int star = alternative.indexOf("* ");
        return star < 0 ? 1 : Integer.parseInt(alternative.substring(0, star));
    }

    private static String unweighted(String alternative) {
        return alternative.substring(alternative.indexOf("* ") + 1).strip();
    }

    /** A rule as it is used where these variables are known; each use has a copy of its own. */
    private Rule rule(String name, Map<String, Table> known, List<String> inside) {
        String[] definition = definitions.get(name);
        require(definition != null && definition[0] == null, name, "is not a rule");
        require(!inside.contains(name), name, "contains itself");
        List<String> path = new ArrayList<>(inside);
        path.add(name);
        Rule rule = new Rule(name);
        for (String alternative : alternatives(definition[1])) {
            rule.add(weight(alternative), phrase(name, unweighted(alternative), new HashMap<>(known), path));
        }
        return rule;
    }

    private Phrase phrase(String rule, String text, Map<String, Table> known, List<String> inside) {
        List<Item> items = new ArrayList<>();
        Matcher matcher = ITEM.matcher(text);
        while (matcher.find()) {
            require(matcher.group(3) == null, rule, "has a stray " + matcher.group(3));
            items.add(matcher.group(2) != null
                    ? new Item.Word(matcher.group(2))
                    : item(rule, matcher.group(1), known, inside));
        }
        require(!items.isEmpty(), rule, "has an empty alternative");
        return new Phrase(items);
    }

    private Item item(String rule, String text, Map<String, Table> known, List<String> inside) {
        Matcher pick = PICK.matcher(text);
        Matcher say = SAY.matcher(text);
        Matcher sum = SUM.matcher(text);
        if (pick.matches()) {
            return pick(rule, pick, known);
        }
        if (say.matches()) {
            Table table = known(rule, say.group(1), known);
            return new Item.Say(say.group(1), table, form(rule, table, say.group(2)));
        }
        if (sum.matches()) {
            return new Item.Sum(sum.group(1), known(rule, sum.group(1), known), sum.group(2).equals("+") ? 1 : -1,
                    sum.group(3), known(rule, sum.group(3), known));
        }
        return new Item.Expand(rule(text, known, inside));
    }

    private Item pick(String rule, Matcher pick, Map<String, Table> known) {
        String variable = pick.group(1);
        Table table = tables.get(pick.group(2));
        require(table != null, rule, "chooses from " + pick.group(2) + ", which is not a table");
        require(!known.containsKey(variable), rule, "chooses " + variable + " twice");
        String not = pick.group(4) == null ? "" : pick.group(4);
        require(not.isEmpty() || known(rule, not, known) == table, rule,
                variable + " and " + not + " are not from one table");
        known.put(variable, table);
        return new Item.Pick(variable, table, form(rule, table, pick.group(3)), not);
    }

    private static Table known(String rule, String variable, Map<String, Table> known) {
        require(known.containsKey(variable), rule, "speaks of " + variable + ", which is not chosen yet");
        return known.get(variable);
    }

    private static String form(String rule, Table table, String form) {
        require(table.has(form), rule, "asks for " + table.name() + "." + form + ", which is not a form");
        return form;
    }

    private static void require(boolean holds, String where, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("grammar: " + where + " " + problem);
        }
    }
}
