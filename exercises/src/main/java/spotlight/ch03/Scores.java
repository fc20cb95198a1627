package spotlight.ch03;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 3.2 Scores: how well does each query match each key?
 *
 * <pre>
 *   scores[i][j] = (query i · key j) / sqrt(K)
 * </pre>
 *
 * <p>K is the number of entries of one query, the same as that of one key. Row i of the table belongs to query i,
 * column j to key j. There may be more keys than queries (T queries, S keys), and there may be a batch in front; the
 * same line of code serves all of them.
 *
 * <p>Example with K = 4, so that sqrt(K) = 2:
 *
 * <pre>
 *   q = | 1 0 0 1 |     k = | 2 0 0 0 |     scores = | 1    0    1.5 |
 *       | 0 2 0 0 |         | 0 1 5 0 |              | 0    1    0   |
 *                           | 3 0 0 0 |
 * </pre>
 *
 * <p>Scores may be any number, also negative. They are not weights yet: no softmax here.
 */
public final class Scores {

    private Scores() {
    }

    /**
     * Scaled dot products of every query with every key.
     *
     * @param q queries [..,T,K]; not modified
     * @param k keys [..,S,K]; not modified
     * @return [..,T,S]
     */
    public static Tensor scores(Tensor q, Tensor k) {
        return todo("3.2");
    }
}
