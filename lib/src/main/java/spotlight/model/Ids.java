package spotlight.model;

import spotlight.tensor.Shapes;

/** Checks token ids before a model computes anything with them. */
public final class Ids {
    private Ids() {
    }

    /**
     * Checks B sequences of T ids each, one after the other.
     *
     * @param model   whose input it is, the first word of an error
     * @param vocab   ids are {@code 0..vocab-1}
     * @param context the most tokens a sequence may have
     * @return T
     * @throws IllegalArgumentException if there is no id, if the sequences are not of one length or too long, or if an
     *     id is outside the vocabulary
     */
    public static int check(String model, int[] ids, int batch, int vocab, int context) {
        Shapes.require(batch > 0 && ids.length > 0,
                () -> model + ": " + ids.length + " ids in " + batch + " sequences, there must be one at least");
        Shapes.require(ids.length % batch == 0,
                () -> model + ": " + ids.length + " ids are not " + batch + " sequences of one length");
        int tokens = ids.length / batch;
        Shapes.require(tokens <= context,
                () -> model + ": " + tokens + " tokens are more than the context of " + context);
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] < 0 || ids[i] >= vocab) {
                throw new IllegalArgumentException(model + ": id " + ids[i] + " at [" + i / tokens + "," + i % tokens
                        + "] is outside the vocabulary of " + vocab);
            }
        }
        return tokens;
    }
}
