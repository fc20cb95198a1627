package spotlight.baseline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import spotlight.text.Words;

/**
 * Answers a question as the known one was answered that has most words in common with it: the greatest cosine of the
 * two sets of words, in which a rare word counts more, {@code ln(questions / questions with the word)}.
 */
public final class NearestQuestion {
    private final List<String> answers = new ArrayList<>(); // of each different question
    private final Map<String, List<Integer>> with = new HashMap<>(); // the questions that have a word
    private final double[] lengths;

    private NearestQuestion(Map<String, String> known) {
        known.forEach((question, answer) -> {
            words(question).forEach(word -> with.computeIfAbsent(word, w -> new ArrayList<>()).add(answers.size()));
            answers.add(answer);
        });
        lengths = new double[answers.size()];
        with.forEach((word, questions) -> questions.forEach(i -> lengths[i] += square(weight(word))));
    }

    /**
     * Remembers all of it; of two equal questions the answer of the first.
     *
     * @throws IllegalArgumentException if there are none, or not an answer for each question
     */
    public static NearestQuestion train(List<String> questions, List<String> answers) {
        if (questions.isEmpty() || questions.size() != answers.size()) {
            throw new IllegalArgumentException("nearest question: " + questions.size() + " questions and "
                    + answers.size() + " answers");
        }
        Map<String, String> known = new LinkedHashMap<>();
        IntStream.range(0, questions.size()).forEach(i -> known.putIfAbsent(questions.get(i), answers.get(i)));
        return new NearestQuestion(known);
    }

    /** The answer to the nearest question; of equals to the first. */
    public String answer(String question) {
        double[] common = new double[lengths.length];
        for (String word : words(question)) {
            double square = with.containsKey(word) ? square(weight(word)) : 0;
            with.getOrDefault(word, List.of()).forEach(i -> common[i] += square);
        }
        int best = 0;
        for (int i = 1; i < common.length; i++) {
            best = cosine(common, i) > cosine(common, best) ? i : best;
        }
        return answers.get(best);
    }

    /** But for the length of the question asked, which is the same for all. */
    private double cosine(double[] common, int i) {
        return common[i] == 0 ? 0 : common[i] / Math.sqrt(lengths[i]);
    }

    private double weight(String word) {
        return Math.log((double) answers.size() / with.get(word).size());
    }

    private static double square(double x) {
        return x * x;
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Words.split(text));
    }
}
