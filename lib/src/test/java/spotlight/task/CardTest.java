package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.Expect;
import spotlight.file.ModelFileException;
import spotlight.model.Weights;
import spotlight.tensor.Tensor;

class CardTest {
    @TempDir
    private Path folder;

    private static Card card() {
        Weights weights = new Weights();
        weights.parameter("w", Tensor.vector(1, 2.5f));
        weights.parameter("b", Tensor.zeros(1, 1));
        Result result = Result.of(1234)
                .score(Score.atLeast("exact match", 96.5, "%", 97).beside("a | b", 71.25).beside("coin", 50))
                .score(Score.atMost("loss", 1.25, "bits", 1.5)).score(Score.measured("speed", Double.NaN, ""))
                .sample("我 -> I").sample("[*]").ifYouSee("nothing", "the light")
                .model("net", weights, Map.of("vocab", "a b"))
                .curve("RNN", new double[] {5, 200}, new double[] {1, .5});
        return new Card("toy", "a toy", result, 7, 2, false, 130.4,
                List.of(new Stage("net", new float[] {4, 2, 1, 1}, 120.6)), "2026-11-21", "2 processors, Java 17");
    }

    @Test
    void thePageSaysEverything() {
        assertEquals("""
                # toy: a toy

                What to expect, and what was seen on 2026-11-21 (2 processors, Java 17).

                | parameters | seconds | threads | seed |
                |---|---|---|---|
                | 1,234 | 130 (2.2 min) | 2 | 7 |

                | score | value | goal | reached | to compare with |
                |---|---|---|---|---|
                | exact match | 96.50 % | >= 97 % | **no** | a \\| b 71.25, coin 50.00 |
                | loss | 1.2500 bits | <= 1.5 bits | yes |  |
                | speed | NaN |  |  |  |

                ## Loss: net

                4 steps in 121 s

                ```text
                  4.0000 |*
                         |
                         |
                         |
                         |
                         |
                         | *
                         |
                         |
                  1.0000 |  **
                         +----
                          step 1 to 4
                ```

                ## Samples

                ```text
                我 -> I
                [*]
                ```

                ## If it looks different

                - if you see nothing, check the light
                """, card().markdown());
    }

    @Test
    void aQuickTrainingSaysSo() {
        Result missed = Result.of(1).score(Score.atLeast("exact match", 3, "%", 97));
        Card quick = new Card("toy", "a toy", missed, 0, 2, true, 1, List.of(), "2026-11-21", "");
        assertEquals("The quick training, a test of the code: its scores say nothing about the task.",
                quick.markdown().lines().toList().get(2));
        assertEquals("| exact match | 3.00 % | >= 97 % |  |  |", quick.markdown().lines().toList().get(10));
    }

    @Test
    void whatIsWrittenIsRead() {
        card().write(folder.resolve("toy"));
        Card back = Card.read(folder.resolve("toy"));
        assertEquals(card().markdown(), back.markdown());
        assertEquals(card().result().scores(), back.result().scores());
        assertArrayEquals(card().stages().get(0).losses(), back.stages().get(0).losses());
        assertArrayEquals(new double[] {5, 200}, back.result().curves().get(0).x());
        assertArrayEquals(new double[] {1, .5}, back.result().curves().get(0).y());
        assertEquals(Map.of("vocab", "a b"), back.model("net").about());
        assertEquals("a b", back.model("net").about("vocab"));
        assertArrayEquals(new float[] {1, 2.5f}, back.model("net").weights().get("w").value().data());
        assertArrayEquals(new int[] {1, 1}, back.model("net").weights().get("b").shape());
    }

    @Test
    void unknownNamesAreErrorsThatListTheKnown() {
        Expect.error("toy: no model \"gpt\", there are [net]", () -> card().model("gpt"));
        Expect.error("model: nothing is said about \"layers\", only about [vocab]",
                () -> card().model("net").about("layers"));
        Expect.error("result: no score \"BLEU\", there are [exact match, loss, speed]",
                () -> card().result().value("BLEU"));
        assertEquals(96.5, card().result().value("exact match"));
    }

    @Test
    void missingAndDamagedFilesAreNamed() throws IOException {
        Path file = folder.resolve("card.json");
        assertEquals(file + ": there is no such file", failure());
        Files.writeString(file, "{\"models\": 3}");
        assertEquals(file + ": is not a card that this version wrote", failure().replaceAll(" \\(.*", ""));
        card().write(folder);
        Files.delete(folder.resolve("net.safetensors"));
        assertEquals(folder.resolve("net.safetensors") + ": there is no such file", failure());
    }

    private String failure() {
        return assertThrows(ModelFileException.class, () -> Card.read(folder)).getMessage();
    }
}
