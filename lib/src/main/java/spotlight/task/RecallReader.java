package spotlight.task;

import spotlight.grad.Var;
import spotlight.model.Dropout;
import spotlight.model.Gpt;
import spotlight.model.RecurrentClassifier;
import spotlight.model.Weights;

/** A model that reads {@link RecallSequences}. */
interface RecallReader {

    /** What it has learned. */
    Weights weights();

    /** The mean loss of the answers. */
    Var loss(int[] ids, int[] answers, int batch);

    /** Its answer to the last question of each sequence. */
    int[] last(int[] ids, int batch);

    static RecallReader of(Gpt gpt) {
        return new RecallReader() {
            @Override
            public Weights weights() {
                return gpt.weights();
            }

            @Override
            public Var loss(int[] ids, int[] answers, int batch) {
                return gpt.loss(ids, answers, batch);
            }

            @Override
            public int[] last(int[] ids, int batch) {
                int tokens = ids.length / batch;
                return gpt.logits(ids, batch).select(1, tokens - 1).value().argmax();
            }
        };
    }

    static RecallReader of(RecurrentClassifier model) {
        return new RecallReader() {
            @Override
            public Weights weights() {
                return model.weights();
            }

            @Override
            public Var loss(int[] ids, int[] answers, int batch) {
                return model.tokenLoss(ids, answers, batch, Dropout.NONE);
            }

            @Override
            public int[] last(int[] ids, int batch) {
                return model.logits(ids, batch).value().argmax();
            }
        };
    }
}
