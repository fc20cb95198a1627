package spotlight.data.stories;

import java.util.List;

/**
 * What stories of a grammar are like on average, computed from its rules and not from samples.
 *
 * @param nats       the entropy of a story: {@code -E ln P(story)}
 * @param characters the mean length of a story, its end of line included
 */
public record Expected(double nats, double characters) {

    /**
     * The entropy per character in nats: no model that predicts one character after the other can have a smaller
     * expected loss than this over expected characters.
     */
    public double natsPerCharacter() {
        return nats / characters;
    }

    private Expected plus(Expected other, double times) {
        return new Expected(nats + times * other.nats, characters + times * other.characters);
    }

    /**
     * The chain rule of entropy, along the grammar: a phrase has the sum over its items; a choice has the entropy of its
     * probabilities, and the mean over its alternatives.
     */
    static Expected of(Phrase phrase, Scope outer) {
        Scope scope = outer.copy();
        Expected sum = new Expected(0, 0);
        for (Item item : phrase.items()) {
            sum = sum.plus(of(item, scope), 1);
        }
        return sum;
    }

    private static Expected of(Item item, Scope scope) {
        if (item instanceof Item.Word word) {
            return new Expected(0, StoryText.characters(word.text()));
        }
        if (item instanceof Item.Expand expand) {
            return of(expand.rule(), scope);
        }
        if (item instanceof Item.Pick pick) {
            scope.add(pick);
            double nats = pick.not().isEmpty()
                    ? pick.table().weights().entropy(-1)
                    : scope.expect(List.of(pick.not()), c -> pick.table().weights().entropy(c.get(pick.not())));
            return new Expected(nats, characters(scope, pick.variable(), pick.table(), pick.form()));
        }
        if (item instanceof Item.Say say) {
            return new Expected(0, characters(scope, say.variable(), say.table(), say.form()));
        }
        Item.Sum sum = (Item.Sum) item;
        return new Expected(0, scope.expect(List.of(sum.a(), sum.b()),
                c -> StoryText.characters(sum.said(c.get(sum.a()), c.get(sum.b())))));
    }

    private static Expected of(Rule rule, Scope scope) {
        Expected sum = new Expected(rule.weights().entropy(-1), 0);
        for (int i = 0; i < rule.phrases().size(); i++) {
            sum = sum.plus(of(rule.phrases().get(i), scope), rule.weights().probability(i, -1));
        }
        return sum;
    }

    private static double characters(Scope scope, String variable, Table table, String form) {
        return scope.expect(List.of(variable), c -> table.said(c.get(variable), form).words().stream()
                .mapToInt(StoryText::characters).sum());
    }
}
