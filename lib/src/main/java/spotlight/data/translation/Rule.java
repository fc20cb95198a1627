package spotlight.data.translation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A line of grammar.txt.
 *
 * @param name    what kind of phrase it builds
 * @param flags   p, i, relative, reported, ba
 * @param weight  how often it is chosen, compared with others of the name
 * @param english how it is said in English
 * @param chinese and in Chinese, with the same parts
 * @param slots   what it is built of, by label
 */
record Rule(String name, Set<String> flags, int weight, Template english, Template chinese,
        Map<String, Template.Slot> slots) {
    private static final Set<String> KNOWN = Set.of("p", "i", "relative", "reported", "ba");

    /** @throws IllegalArgumentException if it is not {@code name [flags] weight : English => Chinese} */
    static Rule parse(String line) {
        String[] headAndSides = line.split(" : ", 2);
        String[] sides = headAndSides.length < 2 ? new String[0] : headAndSides[1].split(" => ", 2);
        if (sides.length < 2) {
            throw new IllegalArgumentException("expected name, flags, weight : English => Chinese");
        }
        List<String> head = List.of(headAndSides[0].split(" "));
        int last = head.size() - 1;
        Set<String> flags = new TreeSet<>(head.subList(1, last));
        if (!KNOWN.containsAll(flags) || !head.get(last).matches("[1-9]\\d{0,4}")) {
            throw new IllegalArgumentException("flags " + flags + " and weight " + head.get(last)
                    + ", expected some of " + new TreeSet<>(KNOWN) + " and a number");
        }
        Template english = Template.parse(sides[0]);
        Template chinese = Template.parse(sides[1]);
        Map<String, Template.Slot> slots = english.slots();
        if (!slots.keySet().containsAll(chinese.slots().keySet())) {
            throw new IllegalArgumentException(
                    "Chinese has the parts " + chinese.slots().keySet() + ", English " + slots.keySet());
        }
        return new Rule(head.get(0), flags, Integer.parseInt(head.get(last)), english, chinese, slots);
    }

    /** The phrase with these parts. */
    Phrase build(Map<String, Phrase> parts) {
        return new Built(this, new LinkedHashMap<>(parts));
    }

    /** A phrase that a rule has built. */
    record Built(Rule rule, Map<String, Phrase> byLabel) implements Phrase {

        @Override
        public String english(String form) {
            return rule.english.fill(byLabel, form, Phrase::english);
        }

        @Override
        public String chinese(String form) {
            return rule.chinese.fill(byLabel, form, Phrase::chinese);
        }

        @Override
        public Person person() {
            boolean passes = rule.english.parts().size() == 1 && byLabel.size() == 1;
            return rule.flags.contains("p")
                    ? Person.PLURAL
                    : rule.flags.contains("i")
                            ? Person.I
                            : passes ? byLabel.values().iterator().next().person() : Person.SINGULAR;
        }

        @Override
        public Collection<Phrase> parts() {
            return byLabel.values();
        }
    }
}
