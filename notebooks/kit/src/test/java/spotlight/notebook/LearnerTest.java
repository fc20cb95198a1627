package spotlight.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import spotlight.tensor.Tensor;

class LearnerTest {
    /** What a learner may have written; its methods need not be public. */
    static final class Answer {
        private final int start = 5;

        static Tensor weights(Tensor q, Tensor k, int head) {
            return q.plus(k).times(head);
        }

        static float scale(float headDim) {
            return 1 / headDim;
        }

        static boolean hidden(int query, int key) {
            return key > query;
        }

        int next() {
            return start + 1;
        }

        static void fails() throws IOException {
            throw new IOException("no file");
        }
    }

    private final Learner learner = new Learner(Answer.class.getName(), getClass().getClassLoader());

    @Test
    void methodsAreCalledByNameWithTheArgumentsOfAJavaCall() {
        assertEquals(0,
                Tensor.vector(4, 6).maxAbsDiff(learner.tensor("weights", Tensor.vector(1, 2), Tensor.vector(1, 1),
                        2)));
        assertEquals(0.25, learner.number("scale", 4));
        assertEquals(true, learner.call("hidden", 1, 2));
        assertEquals(6, learner.number("next"));
    }

    @Test
    void whatTheMethodThrowsArrivesAsItIs() {
        assertEquals("no file", assertThrows(IOException.class, () -> learner.call("fails")).getMessage());
    }

    @Test
    void aCallThatDoesNotFitNamesTheMethodsThereAre() {
        String message = assertThrows(LearnerException.class, () -> learner.tensor("weights", Tensor.vector(1), 2.5))
                .getMessage();
        assertTrue(message.startsWith("Answer has no method weights(Tensor, Double); it has "), message);
        assertTrue(message.contains("weights(Tensor, Tensor, int)"), message);
    }

    @Test
    void aResultOfAnotherTypeIsNamed() {
        assertEquals("Answer.scale returned Float, expected Tensor",
                assertThrows(LearnerException.class, () -> learner.tensor("scale", 4)).getMessage());
    }

    @Test
    void aRenamedClassIsNamed() {
        assertEquals("the file no longer declares the class spotlight.ch98.Gone", assertThrows(LearnerException.class,
                () -> new Learner("spotlight.ch98.Gone", getClass().getClassLoader())).getMessage());
    }
}
