package spotlight.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import spotlight.data.stories.Grammar;
import spotlight.model.Masking;
import spotlight.text.Words;

/**
 * A story some words of which are hidden, punctuation never: what is asked for at an examination. Which words are hidden
 * depends on nothing but the number of the story, and all of them are replaced by the mask.
 *
 * @param words  how words become ids
 * @param ids    of the story, with masks
 * @param places where the masks are
 * @param hidden the words that were there
 */
record HiddenWords(Words words, int[] ids, int[] places, int[] hidden) {
    static final String MASK = "[MASK]";

    /** Hides 15 % of the words of each story. */
    static List<HiddenWords> of(Words words, List<int[]> stories, int firstWord) {
        Masking masking = Masking.fixed(words.vocab(), words.id(MASK), firstWord, 0);
        List<HiddenWords> all = new ArrayList<>();
        for (int number = 0; number < stories.size(); number++) {
            int[] story = stories.get(number);
            int[] labels = masking.apply(story, new int[] {number}, 0).labels();
            int[] places = IntStream.range(0, story.length).filter(i -> labels[i] >= 0).toArray();
            int[] ids = story.clone();
            Arrays.stream(places).forEach(place -> ids[place] = words.id(MASK));
            all.add(new HiddenWords(words, ids, places, Arrays.stream(places).map(i -> story[i]).toArray()));
        }
        return all;
    }

    /** What a perfect guesser reaches. */
    record Best(double expected, long right) {
    }

    /** For each place the probability of each word, given all that is visible, by the grammar that told the story. */
    private List<Map<String, Double>> posterior(Grammar grammar) {
        List<Map<String, Double>> all = grammar.posterior(Arrays.stream(ids).mapToObj(words::token).toList(), MASK);
        return Arrays.stream(places).mapToObj(all::get).toList();
    }

    /**
     * How many words nobody can guess better: the expected number is the sum of the greatest probability at each place.
     * How many that guesser happens to get right here is close to it.
     */
    Best best(Grammar grammar) {
        double expected = 0;
        long right = 0;
        List<Map<String, Double>> posterior = posterior(grammar);
        for (int i = 0; i < places.length; i++) {
            Map.Entry<String, Double> likeliest = posterior.get(i).entrySet().stream().max(Map.Entry.comparingByValue())
                    .orElseThrow();
            expected += likeliest.getValue();
            right += likeliest.getKey().equals(words.token(hidden[i])) ? 1 : 0;
        }
        return new Best(expected, right);
    }

    /** How many guesses are right, given one for each place. */
    long right(int[] guesses) {
        return IntStream.range(0, places.length).filter(i -> guesses[i] == hidden[i]).count();
    }

    /** The story with guesses in brackets, and what was there if it was something else: {@code [red, not blue]}. */
    String show(int[] guesses, Function<List<String>, String> text) {
        List<String> shown = new ArrayList<>(Arrays.stream(ids).mapToObj(words::token).toList());
        for (int i = 0; i < places.length; i++) {
            boolean right = guesses[i] == hidden[i];
            shown.set(places[i],
                    "[" + words.token(guesses[i]) + (right ? "" : ", not " + words.token(hidden[i])) + "]");
        }
        return text.apply(shown);
    }
}
