package spotlight.data.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a story has got to: what is still to be said, and what was chosen. Equal places have equal futures. */
final class Place {
    private static final Place END = new Place(new Phrase(List.of()), 0, Map.of(), null);

    private final Phrase phrase;
    private final int at;
    private final Map<String, Integer> chosen;
    private final Place after; // of the phrase
    private final int hash;

    private Place(Phrase phrase, int at, Map<String, Integer> chosen, Place after) {
        this.phrase = phrase;
        this.at = at;
        this.chosen = chosen;
        this.after = after;
        hash = ((phrase.hashCode() * 31 + at) * 31 + chosen.hashCode()) * 31 + (after == null ? 0 : after.hash);
    }

    static Place start(Phrase story) {
        return new Place(story, 0, Map.of(), END);
    }

    boolean isEnd() {
        return after == null;
    }

    /** What can be said next. No two steps have the same word: {@link GrammarCheck} has seen to it. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (!isEnd()) {
            open(1, steps);
        }
        return steps;
    }

    void open(double probability, List<Step> steps) {
        phrase.items().get(at).open(this, probability, steps);
    }

    /** The place behind the current item. */
    Place then() {
        return at + 1 == phrase.items().size() ? after : new Place(phrase, at + 1, chosen, after);
    }

    /** At the beginning of a phrase that is said instead of the current item. */
    Place into(Phrase inner) {
        return new Place(inner, 0, chosen, then());
    }

    Place with(String variable, int entry) {
        Map<String, Integer> more = new HashMap<>(chosen);
        more.put(variable, entry);
        return new Place(phrase, at, more, after);
    }

    int chosen(String variable) {
        return chosen.get(variable);
    }

    /** Says words instead of the current item. */
    void say(Phrase words, double probability, List<Step> steps) {
        Place first = new Place(words, 0, Map.of(), then());
        first.open(probability, steps);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Place place && hash == place.hash && phrase == place.phrase
                && at == place.at && chosen.equals(place.chosen)
                && (after == null ? place.after == null : after.equals(place.after));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
