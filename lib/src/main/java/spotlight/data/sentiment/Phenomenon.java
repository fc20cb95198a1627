package spotlight.data.sentiment;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to be understood to know whether a review is good. Each has as many good reviews as bad ones. */
public enum Phenomenon {
    /** "The soup was fresh." */
    PLAIN("plain", Composition.Kind.ASPECT),
    /** "The soup was really fresh." */
    INTENSIFIED("intensified", Composition.Kind.INTENSIFIER),
    /** "The soup was far from fresh." turns the opinion round. */
    NEGATION("negation", Composition.Kind.NEGATOR),
    /** "I would not say that the soup was not fresh." turns it round twice. */
    DOUBLE_NEGATION("double negation", Composition.Kind.NEGATOR),
    /** "The soup was fresh, but I hated the place." The second clause decides. */
    CONTRAST("contrast", Composition.Kind.CONNECTIVE),
    /** "Although the soup was fresh, I hated the place." The clause without "although" decides, wherever it stands. */
    CONCESSION("concession", Composition.Kind.CONNECTIVE),
    /** "The soup was not fresh, but I never hated the place." One clause or both are turned round. */
    NEGATED_CONTRAST("negated contrast", Composition.Kind.CONNECTIVE, Composition.Kind.NEGATOR);

    private final String word;
    private final Set<Composition.Kind> tested;

    Phenomenon(String word, Composition.Kind... tested) {
        this.word = word;
        this.tested = Set.of(tested);
    }

    /** Its name in the files and scores. */
    public String word() {
        return word;
    }

    /** Whether in a held-out review of this phenomenon all compositions of this kind are new. */
    boolean tests(Composition.Kind kind) {
        return tested.contains(kind);
    }

    /** How clauses are joined in such reviews; none if there is only one, or one that says the same. */
    List<Connective> connectives() {
        return switch (this) {
            case CONTRAST -> Arrays.stream(Connective.values()).filter(c -> !c.concedes()).toList();
            case CONCESSION -> Arrays.stream(Connective.values()).filter(Connective::concedes).toList();
            case NEGATED_CONTRAST -> List.of(Connective.values());
            default -> List.of();
        };
    }

    /**
     * The phenomenon of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Phenomenon named(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("reviews: no phenomenon \"" + word + "\", there are "
                        + Arrays.stream(values()).map(Phenomenon::word).collect(Collectors.joining(", "))));
    }
}
