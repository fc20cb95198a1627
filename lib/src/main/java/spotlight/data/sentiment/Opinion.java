package spotlight.data.sentiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A word that says what somebody thinks.
 *
 * @param word  as it is written
 * @param kind  how it is used
 * @param index its number among those of its polarity
 */
record Opinion(String word, Kind kind, int index) {
    private static final List<String> PRAISES = words(true);
    private static final List<String> COMPLAINTS = words(false);

    /** How a word is used: each kind has its own intensifiers and negators. */
    enum Kind {
        /** More or less: {@code very good}. */
        GRADED(Modifier.GRADED, Modifier.NOT_ADJECTIVE),
        /** As much as can be: {@code absolutely superb}. */
        ABSOLUTE(Modifier.ABSOLUTE, Modifier.NOT_ADJECTIVE),
        /** {@code I really loved it}. */
        VERB(Modifier.OF_VERB, Modifier.NOT_VERB);

        private final List<Modifier> intensifiers;
        private final List<Modifier> negators;

        Kind(List<Modifier> intensifiers, List<Modifier> negators) {
            this.intensifiers = intensifiers;
            this.negators = negators;
        }

        List<Modifier> intensifiers() {
            return intensifiers;
        }

        /** Those that stand in the clause itself. */
        List<Modifier> negators() {
            return negators;
        }
    }

    /** All opinion words of this polarity. */
    private static List<String> words(boolean positive) {
        List<String> words = new ArrayList<>();
        Stream.concat(Stream.of(positive ? Domain.PRAISING : Domain.COMPLAINING),
                Domain.ALL.stream().map(domain -> domain.adjectives(positive)))
                .flatMap(list -> Arrays.stream(list.split(" "))).distinct().forEach(words::add);
        return words;
    }

    /** The adjectives that fit a domain. */
    static List<Opinion> adjectives(Domain domain, boolean positive) {
        return Arrays.stream(domain.adjectives(positive).split(" "))
                .map(word -> of(word, word.endsWith("!") ? Kind.ABSOLUTE : Kind.GRADED, positive)).toList();
    }

    /** The verbs, which fit all domains. */
    static List<Opinion> verbs(boolean positive) {
        return Arrays.stream((positive ? Domain.PRAISING : Domain.COMPLAINING).split(" "))
                .map(word -> of(word, Kind.VERB, positive)).toList();
    }

    private static Opinion of(String entry, Kind kind, boolean positive) {
        return new Opinion(entry.replace("!", ""), kind, (positive ? PRAISES : COMPLAINTS).indexOf(entry));
    }
}
