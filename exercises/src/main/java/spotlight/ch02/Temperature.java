package spotlight.ch02;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 2.6: a focus ring for the spotlight.
 *
 * <p>
 * A temperature divides the scores before softmax: below 1 the light gets narrower, above 1 it gets wider.
 *
 * <pre>
 *     weights = softmax(scores / temperature)
 * </pre>
 *
 * Example: scores {0, ln 3} have the weights {0.25, 0.75}; at temperature 0.5 they are {0.1, 0.9}.
 *
 * <p>
 * A ring is of more use with a scale on it. Extend it: given how many words the light should fall on, find the
 * temperature. "So many words" is exp(entropy of the weights) with the entropy in nats (exercise 2.5): 1 when a single word
 * has everything, S when all share equally. It grows with the temperature, so halving an interval finds it.
 */
public final class Temperature {
    private Temperature() {
    }

    /**
     * Softmax with a temperature.
     *
     * @param scores      one score for each word [S]
     * @param temperature above 0
     * @return weights that sum to 1 [S]
     */
    public static Tensor softmax(Tensor scores, double temperature) {
        return todo("2.6");
    }

    /**
     * The temperature at which the light falls on a given number of words.
     *
     * @param scores one score for each word, no two of them equal [S]
     * @param words  exp(entropy) that is asked for, between 1.05 and S - 0.05
     * @return a temperature between 0.001 and 1000 that meets {@code words} to within 0.001
     */
    public static double temperatureFor(Tensor scores, double words) {
        return todo("2.6");
    }
}
