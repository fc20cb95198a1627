package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import spotlight.model.AttentionMaps;
import spotlight.model.Gpt;

class RecallTaskTest {
    private static final Card CARD = Run.quick(0).perform(new RecallTask());

    @Test
    void allModelsHaveTheSameNumberOfParametersWithinTwoPercent() {
        long most = CARD.result().parameters();
        CARD.result().models().forEach((name, model) -> {
            long count = model.weights().count();
            assertTrue(count <= most && count > (name.equals("attention") ? most - 1 : 0.98 * most),
                    name + ": " + count + " of " + most);
        });
    }

    @Test
    void theyLearnWithTheSameStepsAndAreMeasuredAtEachDistance() {
        assertEquals(List.of("attention", "RNN", "GRU", "LSTM"), CARD.stages().stream().map(Stage::name).toList());
        assertEquals(1, CARD.stages().stream().mapToInt(stage -> stage.losses().length).distinct().count());
        for (Curve curve : CARD.result().curves()) {
            assertArrayEquals(new double[] {5, 10, 20, 30, 50, 75, 100, 150, 200}, curve.x());
            assertTrue(Arrays.stream(curve.y()).allMatch(y -> y >= 0 && y <= 100), curve.name());
        }
        assertEquals(9, CARD.result().scores().size());
    }

    @Test
    void theShorterTaskIsTheSameWithLess() {
        Card card = Run.quick(0).perform(RecallTask.shorter());
        assertEquals(CARD.result().parameters(), card.result().parameters());
        for (Curve curve : card.result().curves()) {
            assertArrayEquals(new double[] {5, 10, 20, 30, 50, 75, 100}, curve.x());
        }
        assertEquals("naming what was read 5 to 100 tokens ago, with and without attention", card.title());
        assertEquals(112, RecallTask.gpt(card.model("attention")).logits(new int[112], 1).size(1));
    }

    @Test
    void sequencesHaveRoomForTheGreatestDistance() {
        assertEquals(208, RecallSequences.longest(200));
        assertEquals(112, RecallSequences.longest(100));
        assertEquals(32, RecallSequences.longest(16));
    }

    @Test
    void attentionCanBeLookedAt() {
        Gpt gpt = RecallTask.gpt(CARD.model("attention"));
        RecallSequences sequence = RecallSequences.toMeasure(30, 1, 208);
        try (AttentionMaps maps = AttentionMaps.record()) {
            gpt.logits(sequence.ids(0, 1), 1);
            assertArrayEquals(new int[] {1, 2, 208, 208}, maps.get("h.0.attn").shape());
        }
    }

    @Test
    void whatIsAskedWasPutDownAtTheDistance() {
        for (int distance : new int[] {5, 50, 200}) {
            RecallSequences all = RecallSequences.toMeasure(distance, 20, 208);
            for (int b = 0; b < 20; b++) {
                String[] text = all.text(b).split(" ");
                String asked = text[text.length - 1].substring(0, 1);
                assertEquals(asked + all.last(b, b + 1)[0], text[text.length - 1 - distance]);
                assertEquals(1, Arrays.stream(text).filter(t -> t.matches(asked + "[0-9]+")).count());
            }
        }
    }

    @Test
    void everyQuestionComesAfterWhatItAsksFor() {
        RecallSequences batch = RecallSequences.toLearn(new SplittableRandom(3), 50, 208);
        for (int b = 0; b < 50; b++) {
            String[] text = batch.text(b).split(" ");
            int[] answers = batch.answers(b, b + 1);
            int questions = 0;
            for (int t = 0; t < text.length; t++) {
                assertEquals(text[t].endsWith("?"), answers[t] != Gpt.IGNORE);
                if (answers[t] != Gpt.IGNORE) {
                    String sought = text[t].charAt(0) + "" + answers[t];
                    assertTrue(Arrays.asList(text).subList(0, t).contains(sought), batch.text(b));
                    questions++;
                }
            }
            assertEquals(questions, batch.questions()[b]);
        }
    }
}
