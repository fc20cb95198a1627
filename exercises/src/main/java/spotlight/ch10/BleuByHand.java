package spotlight.ch10;

import static spotlight.check.Check.todo;

import java.util.List;

/**
 * Exercise 10.5, BLEU by hand; "BLEU: a Method for Automatic Evaluation of Machine Translation", section 2. How many of
 * a translation's runs of n tokens does the reference have too? For n = 1 to 4, over a whole corpus, with one reference
 * for each translation:
 *
 * <pre>{@code
 *   matches(n)   runs of n tokens in the translation, each counted at most as often as the reference has it
 *   p(n)         all matches of the corpus / all runs of n tokens in all translations
 *   BP           1 if the translations are in all as long as the references or longer, else exp(1 - r / c),
 *                c tokens of all translations, r tokens of all references
 *   BLEU         100 · BP · (p(1) · p(2) · p(3) · p(4))^(1/4)
 * }</pre>
 *
 * Example: translation "the cat sat on the the the", reference "the cat sat on the mat". In 7 tokens there are 7 runs
 * of one. The reference has "the" twice, so only two of its four count:
 *
 * <pre>{@code
 *   n = 1: 5 of 7    n = 2: 4 of 6    n = 3: 3 of 5    n = 4: 2 of 4     BP = 1, since 7 is more than 6
 *   BLEU = 100 · (5/7 · 4/6 · 3/5 · 2/4)^(1/4) = 61.48
 * }</pre>
 */
public final class BleuByHand {
    private BleuByHand() {
    }

    /**
     * How many runs of n tokens of a translation its reference has too, each at most as often.
     *
     * @param n length of the runs, 1 or more
     * @return 0 if the translation is shorter than n
     */
    public static int matches(List<String> translation, List<String> reference, int n) {
        return todo("10.5");
    }

    /**
     * What is taken off a translation for being shorter than its reference.
     *
     * @param length          c, tokens of all translations, at least 1
     * @param referenceLength r, tokens of all references
     * @return from 0 to 1
     */
    public static double brevityPenalty(int length, int referenceLength) {
        return todo("10.5");
    }

    /**
     * BLEU of a corpus, from 0 to 100.
     *
     * @param translations each as a list of tokens; at least one has four
     * @param references   as many, in the same order
     */
    public static double bleu(List<List<String>> translations, List<List<String>> references) {
        return todo("10.5");
    }
}
