package spotlight.data.stories;

import java.util.ArrayList;
import java.util.List;

/** Alternatives, one of which is said: {@code weather = sunny | 2* windy}; windy is twice as likely. */
final class Rule {
    private final String name;
    private final List<Phrase> phrases = new ArrayList<>();
    private final Weights weights = new Weights();

    Rule(String name) {
        this.name = name;
    }

    void add(int weight, Phrase phrase) {
        weights.add(weight);
        phrases.add(phrase);
    }

    String name() {
        return name;
    }

    List<Phrase> phrases() {
        return phrases;
    }

    Weights weights() {
        return weights;
    }
}
