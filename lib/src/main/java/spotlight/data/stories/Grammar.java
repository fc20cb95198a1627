package spotlight.data.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A probabilistic grammar with memory. Its text has one rule per line, the first of which tells a whole story:
 *
 * <pre>{@code
 * story = <hero=child.name> had <n=count.word> <colour> hens . <hero.He> bought <m=count.word> more
 *         and now had <n+m> . | 2* Nobody had a hen .
 * colour = red | brown | 3* white
 * child(name he) = Mia she | Tom he
 * count(word) = two | three
 * }</pre>
 *
 * Alternatives stand between bars; all are equally likely, but for those with a weight {@code 2*}. In angle brackets:
 * {@code <colour>} is what that rule says. {@code <hero=child.name>} chooses a line of a table, remembers it as hero and
 * says one of its forms, {@code <hero.he>} says another form of the same line; a capital letter in the form is one in
 * what is said. {@code <friend=child.name!hero>} is not hero. {@code <n+m>} and {@code <n-m>} calculate. In tables an
 * underscore is a space. What is chosen in a rule is known up to its end, and in the rules inside.
 */
public final class Grammar {
    private final Rule rule;

    private Grammar(Rule rule) {
        this.rule = rule;
    }

    /**
     * Reads rules.
     *
     * @throws IllegalArgumentException if something is unknown or malformed, or a text could be told in two ways
     */
    public static Grammar of(String rules) {
        Rule first = GrammarReader.read(rules);
        GrammarCheck.check(first);
        return new Grammar(first);
    }

    /** The words of a story. */
    public List<String> sample(Random random) {
        List<String> words = new ArrayList<>();
        Place place = start();
        while (!place.isEnd()) {
            Step step = choose(place.steps(), random.nextDouble());
            words.add(step.word());
            place = step.next();
        }
        return words;
    }

    private static Step choose(List<Step> steps, double share) {
        double left = share;
        for (Step step : steps) {
            left -= step.probability();
            if (left < 0) {
                return step;
            }
        }
        return steps.get(steps.size() - 1); // rounding
    }

    /** {@code ln P(words)}: minus infinity if this grammar does not tell this story. */
    public double logProbability(List<String> words) {
        double sum = 0;
        Place place = start();
        for (String word : words) {
            Step step = place.steps().stream().filter(each -> each.word().equals(word)).findFirst().orElse(null);
            if (step == null) {
                return Double.NEGATIVE_INFINITY;
            }
            sum += Math.log(step.probability());
            place = step.next();
        }
        return place.isEnd() ? sum : Double.NEGATIVE_INFINITY;
    }

    /**
     * What each character of a story, and then its end of line, costs the best predictor of all: {@code -ln P(character |
     * all before it)}. The sum is {@code -ln P(story)}; infinite from where no story goes on like this.
     */
    public double[] nats(String story) {
        Spelling spelling = new Spelling(start());
        return (story + "\n").chars().mapToDouble(c -> -Math.log(spelling.next((char) c))).toArray();
    }

    /** Whether this is a whole story of this grammar. */
    public boolean tells(List<String> words) {
        return logProbability(words) > Double.NEGATIVE_INFINITY;
    }

    /** Entropy and length of stories, exactly. */
    public Expected expected() {
        return Expected.of(new Phrase(List.of(new Item.Expand(rule))), new Scope());
    }

    /**
     * For each gap of a story how likely each word is, given all other words; exactly, by summing over all stories that
     * fit.
     *
     * @param words a story with {@code gap} in place of some words
     * @return for each word of the story its possible words with their probabilities, which add up to 1; where there is
     *         no gap, the word itself
     * @throws IllegalArgumentException if no story fits
     */
    public List<Map<String, Double>> posterior(List<String> words, String gap) {
        return new Posterior(words, gap).of(start());
    }

    /**
     * How likely each word is as the next one, given all words before it and nothing behind; exactly. The story ends where
     * there is none.
     *
     * @param words the beginning of a story
     * @return the possible words with their probabilities, which add up to 1; empty at the end of a story
     * @throws IllegalArgumentException if no story begins like this
     */
    public Map<String, Double> next(List<String> words) {
        Place place = start();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            List<String> beginning = words.subList(0, i + 1);
            place = place.steps().stream().filter(step -> step.word().equals(word)).findFirst().map(Step::next)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "grammar: no story begins with " + String.join(" ", beginning)));
        }
        Map<String, Double> next = new TreeMap<>();
        place.steps().forEach(step -> next.put(step.word(), step.probability()));
        return next;
    }

    private Place start() {
        return Place.start(new Phrase(List.of(new Item.Expand(rule))));
    }
}
