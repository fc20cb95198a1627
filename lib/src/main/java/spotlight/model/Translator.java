package spotlight.model;

import spotlight.grad.Var;
import spotlight.tensor.Tensor;

/** A model that reads a sequence and writes another: a translation, a headline, a sorted list. */
public interface Translator {
    /** The ids that are no words, and the longest sequence. */
    record Marks(int pad, int bos, int eos, int context) {
        /** Padding 0, beginning of a sequence 1, end 2. */
        public static Marks of(int context) {
            return new Marks(0, 1, 2, context);
        }
    }

    /** The model's special ids. */
    Marks marks();

    /**
     * The mean cross entropy in nats of each next token, given the true ones before it; padding does not count.
     *
     * @param src       B sequences of ids, filled up with padding
     * @param tgt       B sequences: bos, the tokens, eos, padding
     * @param smoothing how much probability the target gives to all tokens alike, {@link spotlight.grad.CrossEntropy}
     */
    Var loss(int[] src, int[] tgt, int batch, double smoothing, Dropout dropout);

    /** The same for evaluation. */
    default Var loss(int[] src, int[] tgt, int batch) {
        return loss(src, tgt, batch, 0, Dropout.NONE);
    }

    /** Reads B sequences, and is ready to write one for each, token by token. */
    Writer read(int[] src, int batch);

    /** What is written token by token, for several sequences side by side. */
    interface Writer {
        /**
         * Takes the next token of each sequence, the first being bos.
         *
         * @return scores of what comes after it [B,V]
         */
        Tensor next(int[] ids);

        /** Goes on with these of the sequences, in this order; one may be taken several times, as in a beam. */
        void keep(int[] sequences);
    }
}
