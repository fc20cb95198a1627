package spotlight.data.stories;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Proves that no text can be told in two ways: alternatives begin with different words, always. So the next word says
 * which alternative it is, and the probability of a text is the product of the probabilities of the choices.
 */
final class GrammarCheck {
    private GrammarCheck() {
    }

    static void check(Rule rule) {
        Set<String> before = new HashSet<>();
        for (Phrase phrase : rule.phrases()) {
            disjoint(rule.name(), before, phrase.items().get(0).firsts());
            for (Item item : phrase.items()) {
                if (item instanceof Item.Expand inner) {
                    check(inner.rule());
                } else if (item instanceof Item.Pick pick) {
                    check(pick.table(), pick.form());
                }
            }
        }
    }

    private static void check(Table table, String form) {
        Set<String> before = new HashSet<>();
        for (int entry = 0; entry < table.size(); entry++) {
            disjoint(table.name(), before, Set.of(table.said(entry, form).words().get(0)));
        }
    }

    private static void disjoint(String name, Set<String> before, Set<String> firsts) {
        Set<String> both = new TreeSet<>(firsts);
        both.retainAll(before);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("grammar: two alternatives of " + name + " begin with "
                    + both.iterator().next() + ", so that a text could have two derivations");
        }
        before.addAll(firsts);
    }
}
