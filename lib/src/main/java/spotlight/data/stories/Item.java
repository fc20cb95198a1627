package spotlight.data.stories;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A part of a phrase: what can be said next, and what follows. */
sealed interface Item {

    /** Tells each first word that this item can say in this place, with its probability and the place behind it. */
    void open(Place here, double probability, List<Step> steps);

    /** All words that this item can begin with; a superset where they depend on what was chosen. */
    Set<String> firsts();

    /** A word. */
    record Word(String text) implements Item {
        @Override
        public void open(Place here, double probability, List<Step> steps) {
            steps.add(new Step(text, probability, here.then()));
        }

        @Override
        public Set<String> firsts() {
            return Set.of(text);
        }
    }

    /** {@code <rule>}: one of the alternatives of a rule, whose choices are forgotten behind it. */
    record Expand(Rule rule) implements Item {
        @Override
        public void open(Place here, double probability, List<Step> steps) {
            for (int i = 0; i < rule.phrases().size(); i++) {
                here.into(rule.phrases().get(i)).open(probability * rule.weights().probability(i, -1), steps);
            }
        }

        @Override
        public Set<String> firsts() {
            Set<String> words = new TreeSet<>();
            rule.phrases().forEach(phrase -> words.addAll(phrase.items().get(0).firsts()));
            return words;
        }
    }

    /** {@code <hero=child.name>} or {@code <friend=child.name!hero>}: chooses a line of a table, and says a form. */
    record Pick(String variable, Table table, String form, String not) implements Item {
        @Override
        public void open(Place here, double probability, List<Step> steps) {
            int without = not.isEmpty() ? -1 : here.chosen(not);
            for (int entry = 0; entry < table.size(); entry++) {
                if (entry != without) {
                    double p = probability * table.weights().probability(entry, without);
                    here.with(variable, entry).say(table.said(entry, form), p, steps);
                }
            }
        }

        @Override
        public Set<String> firsts() {
            return table.firsts(form);
        }
    }

    /** {@code <hero.he>}: a form of what was chosen before. */
    record Say(String variable, Table table, String form) implements Item {
        @Override
        public void open(Place here, double probability, List<Step> steps) {
            here.say(table.said(here.chosen(variable), form), probability, steps);
        }

        @Override
        public Set<String> firsts() {
            return table.firsts(form);
        }
    }

    /** {@code <a+b>} or {@code <a-b>}: the number word that two chosen number words add up to. */
    record Sum(String a, Table tableA, int sign, String b, Table tableB) implements Item {
        private static final List<String> NUMBERS = List.of("zero", "one", "two", "three", "four", "five", "six",
                "seven", "eight", "nine", "ten", "eleven", "twelve");

        String said(int entryA, int entryB) {
            return NUMBERS.get(value(tableA, entryA) + sign * value(tableB, entryB));
        }

        private static int value(Table table, int entry) {
            return NUMBERS.indexOf(table.said(entry, table.form()).words().get(0));
        }

        @Override
        public void open(Place here, double probability, List<Step> steps) {
            steps.add(new Step(said(here.chosen(a), here.chosen(b)), probability, here.then()));
        }

        @Override
        public Set<String> firsts() {
            return Set.copyOf(NUMBERS);
        }
    }
}
