package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spotlight.tensor.Tensor;

class ChartTest {
    private final Tensor weights = Tensor.matrix(new float[] {0.9f, 0.1f}, new float[] {0.25f, 0.75f});

    private List<Chart> oneOfEach() {
        Tensor heads = weights.reshape(1, 2, 2);
        return List.of(Chart.heatmap(weights).title("title"), Chart.heads(heads).title("title"),
                Chart.lines().series("a", 1, 2).title("title"), Chart.bars("x", "y").series("a", 1, 2).title("title"),
                Chart.scatter().series("a", new double[] {1}, new double[] {2}).title("title"));
    }

    @Test
    void sameChartGivesTheSameBytes() {
        for (int i = 0; i < oneOfEach().size(); i++) {
            assertArrayEquals(oneOfEach().get(i).png(), oneOfEach().get(i).png());
            assertEquals(oneOfEach().get(i).svg(), oneOfEach().get(i).svg());
        }
    }

    @Test
    void pngHasTwoPixelsForEachLogicalOne() throws IOException {
        for (Chart chart : oneOfEach()) {
            var image = ImageIO.read(new ByteArrayInputStream(chart.size(300, 200).png()));
            assertEquals(600, image.getWidth());
            assertEquals(400, image.getHeight());
        }
    }

    @Test
    void everyChartHasATitleAWhiteGroundAndATextAlternative() {
        for (Chart chart : oneOfEach()) {
            Pixels picture = Pixels.of(chart);
            assertTrue(picture.darkness(new java.awt.Rectangle(14, 10, 30, 18)) > 0.1, "title of " + chart);
            assertEquals(java.awt.Color.WHITE, picture.at(2, 2));
            assertTrue(chart.alt().startsWith("title. "), chart.alt());
            assertTrue(chart.svg().contains(">title</text>"), chart.svg());
            assertEquals("in my words", chart.alt("in my words").alt());
        }
    }

    @Test
    void textAlternativeSummarisesTheData() {
        assertEquals("who looks. Heat map of 2 rows and 2 columns, values from 0.1 to 0.9; rows: I eat.",
                Chart.heatmap(weights).rows("I", "eat").title("who looks").alt());
    }

    @Test
    void cellThatForgetsShowSaysSo() {
        assertEquals("chart (heatmap: weights); call .show() to see it",
                Chart.heatmap(weights).title("weights").toString());
        assertEquals("chart (lines); call .show() to see it", Chart.lines().toString());
    }

    @Test
    void savesAsPngOrSvg(@TempDir Path folder) throws IOException {
        Chart chart = Chart.heatmap(weights).title("数");
        chart.save(folder.resolve("a.png"));
        chart.save(folder.resolve("a.svg"));
        assertArrayEquals(chart.png(), Files.readAllBytes(folder.resolve("a.png")));
        assertEquals(chart.svg(), Files.readString(folder.resolve("a.svg")));
    }

    @Test
    void refusesOtherFilesAndSizes() {
        assertEquals("heatmap: file a.gif must end in .png or .svg",
                assertThrows(IllegalArgumentException.class, () -> Chart.heatmap(weights).save(Path.of("a.gif")))
                        .getMessage());
        assertEquals("heatmap: size 5000 x 10 is not between 120 x 80 and 4000 x 4000",
                assertThrows(IllegalArgumentException.class, () -> Chart.heatmap(weights).size(5000, 10)).getMessage());
    }
}
