package spotlight.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much translations share with reference translations: BLEU-4 of a whole corpus with one reference each;
 * "BLEU: a Method for Automatic Evaluation of Machine Translation", section 2.
 *
 * <pre>{@code
 * BLEU = 100 BP (p1 p2 p3 p4)^(1/4)
 * }</pre>
 *
 * <p>{@code pn} is the share of the translations' runs of n tokens that the references have too, a run counting no more
 * often than in its reference. BP, the brevity penalty, is {@code exp(1 - referenceLength / length)} if the
 * translations are shorter in all, else 1. Matches and lengths are added up over all sentences first. What a token is,
 * is for the caller to say: {@link #ofCharacters} or {@link #ofWords}. As in the paper nothing is smoothed: BLEU is 0
 * if not a single run of four matches. (sacrebleu gives the same numbers, except that it smoothes such zeros.)
 *
 * @param matches         for n = 1 to 4 how many runs of n tokens the references have too
 * @param runs            for n = 1 to 4 how many runs of n tokens there are
 * @param length          tokens of all translations
 * @param referenceLength tokens of all references
 */
public record Bleu(List<Long> matches, List<Long> runs, long length, long referenceLength) {
    private static final int LONGEST = 4;

    /**
     * BLEU with a token for each character that is no white space; for Chinese, where words are not set apart.
     *
     * @throws IllegalArgumentException if there are no translations, or not as many as references
     */
    public static Bleu ofCharacters(List<String> translations, List<String> references) {
        return of(translations.stream().map(Bleu::characters).toList(),
                references.stream().map(Bleu::characters).toList());
    }

    /**
     * BLEU with a token for each word, that is whatever stands between white space; punctuation counts if it stands
     * apart.
     *
     * @throws IllegalArgumentException if there are no translations, or not as many as references
     */
    public static Bleu ofWords(List<String> translations, List<String> references) {
        return of(translations.stream().map(Bleu::words).toList(), references.stream().map(Bleu::words).toList());
    }

    /**
     * BLEU of these tokens.
     *
     * @throws IllegalArgumentException if there are no translations, or not as many as references
     */
    public static Bleu of(List<List<String>> translations, List<List<String>> references) {
        if (translations.isEmpty() || translations.size() != references.size()) {
            throw new IllegalArgumentException(
                    "bleu: " + translations.size() + " translations, " + references.size() + " references");
        }
        Long[] matches = new Long[LONGEST];
        Long[] runs = new Long[LONGEST];
        Arrays.fill(matches, 0L);
        Arrays.fill(runs, 0L);
        long length = 0;
        long referenceLength = 0;
        for (int i = 0; i < translations.size(); i++) {
            length += translations.get(i).size();
            referenceLength += references.get(i).size();
            for (int n = 1; n <= LONGEST; n++) {
                Map<List<String>, Integer> allowed = count(references.get(i), n);
                for (Map.Entry<List<String>, Integer> run : count(translations.get(i), n).entrySet()) {
                    matches[n - 1] += Math.min(run.getValue(), allowed.getOrDefault(run.getKey(), 0));
                    runs[n - 1] += run.getValue();
                }
            }
        }
        return new Bleu(List.of(matches), List.of(runs), length, referenceLength);
    }

    private static List<String> characters(String text) {
        return text.codePoints().filter(c -> !Character.isWhitespace(c)).mapToObj(Character::toString).toList();
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static Map<List<String>, Integer> count(List<String> tokens, int n) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int from = 0; from + n <= tokens.size(); from++) {
            counts.merge(tokens.subList(from, from + n), 1, Integer::sum);
        }
        return counts;
    }

    /** {@code pn}, from 0 to 1; 0 if there is no run of n tokens. */
    public double precision(int n) {
        return runs.get(n - 1) == 0 ? 0 : (double) matches.get(n - 1) / runs.get(n - 1);
    }

    /** BP, from 0 to 1. */
    public double brevityPenalty() {
        return length >= referenceLength ? 1 : length == 0 ? 0 : Math.exp(1 - (double) referenceLength / length);
    }

    /** BLEU, from 0 to 100. */
    public double score() {
        double logarithms = 0;
        for (int n = 1; n <= LONGEST; n++) {
            logarithms += Math.log(precision(n)); // minus infinity if nothing matches
        }
        return 100 * brevityPenalty() * Math.exp(logarithms / LONGEST);
    }
}
