package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.tensor.Workers;

class RunTest {
    private final Card card = Run.full(0).perform(new ToyTask());

    @Test
    void theSameSeedGivesTheSameResultToTheBit() {
        Card again = Run.full(0).perform(new ToyTask());
        assertArrayEquals(losses(card), losses(again));
        card.model("net").weights().tensors().forEach((name, value) -> assertArrayEquals(value.data(),
                again.model("net").weights().tensors().get(name).data(), name));
        assertEquals(card.result().scores(), again.result().scores());
    }

    @Test
    void itLearns() {
        assertTrue(card.result().reached(), card.result().scores().toString());
        assertTrue(losses(card)[119] < 0.3 * losses(card)[0]);
    }

    @Test
    void anotherSeedGivesAnotherResult() {
        assertFalse(Arrays.equals(losses(card), losses(Run.full(1).perform(new ToyTask()))));
    }

    @Test
    void theConditionsAreOnTheCard() {
        Card other = Run.quick(3).threads(1).perform(new ToyTask(2, (stage, step) -> assertEquals(1, Workers.count())));
        assertEquals("toy", other.task());
        assertEquals("the larger of two numbers", other.title());
        assertEquals(3, other.seed());
        assertEquals(1, other.threads());
        assertTrue(other.quick());
        assertEquals(List.of("first", "second"), other.stages().stream().map(Stage::name).toList());
        assertEquals(2, card.threads());
    }

    @Test
    void twoThreadsAreUsedOnEveryMachine() {
        try (Workers.Scope many = Workers.use(5)) {
            Run.quick(0).perform(new ToyTask(1, (stage, step) -> assertEquals(2, Workers.count())));
            assertEquals(5, Workers.count());
        }
    }

    @Test
    void progressIsReportedByStage() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Run.full(0).report(Report.lines(new PrintStream(out, true, StandardCharsets.UTF_8)))
                .perform(new ToyTask(1, (stage, step) -> {
                }));
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(2, lines.size());
        assertEquals("first: step 1 of 1, loss ", lines.get(0).substring(0, 25));
        assertEquals("second: step 1 of 1, loss ", lines.get(1).substring(0, 26));
    }

    @Test
    void randomNumbersDependOnSeedPurposeAndIndex() {
        long one = Run.full(0).random("batch", 0).nextLong();
        assertEquals(one, Run.quick(0).random("batch", 0).nextLong());
        assertNotEquals(one, Run.full(1).random("batch", 0).nextLong());
        assertNotEquals(one, Run.full(0).random("order", 0).nextLong());
        assertNotEquals(one, Run.full(0).random("batch", 1).nextLong());
    }

    @Test
    void labelsTellTrainingsApart() {
        ToyTask toy = new ToyTask();
        assertEquals("toy", Run.full(0).label(toy));
        assertEquals("toy-quick", Run.quick(0).label(toy));
        assertEquals("toy-seed5-threads4", Run.full(5).threads(4).label(toy));
    }

    @Test
    void twoStagesOfOneNameAreAnError() {
        Task twice = new OneStage("again");
        Expect.error("train: a second stage \"again\", names must differ", () -> Run.full(0).perform(twice));
    }

    /** Trains the same stage two times. */
    private record OneStage(String name) implements Task {
        @Override
        public String title() {
            return "";
        }

        @Override
        public int seconds() {
            return 1;
        }

        @Override
        public Result run(Run run) {
            for (int i = 0; i < 2; i++) {
                spotlight.model.Weights weights = new spotlight.model.Weights();
                weights.parameter("w", spotlight.tensor.Tensor.ones(1));
                run.train(name, weights, new spotlight.train.SGD(weights.params(), 1),
                        spotlight.train.Schedule.constant(1), 1, 1, step -> 0);
            }
            return Result.of(1);
        }
    }

    static float[] losses(Card card) {
        float[] all = new float[card.stages().stream().mapToInt(stage -> stage.losses().length).sum()];
        int at = 0;
        for (Stage stage : card.stages()) {
            System.arraycopy(stage.losses(), 0, all, at, stage.losses().length);
            at += stage.losses().length;
        }
        return all;
    }
}
