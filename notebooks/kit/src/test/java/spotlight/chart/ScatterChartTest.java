package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static spotlight.chart.HeatMapTest.assertMessage;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class ScatterChartTest {
    private static ScatterChart chart() {
        return Chart.scatter().series("animals", new double[] {1, 1.1, 1.05}, new double[] {2, 2.05, 1.95})
                .labels("cat", "dog", "猫").series("fruit", new double[] {5}, new double[] {6}).labels("苹果");
    }

    @Test
    void pointsStandWhereTheyShould() {
        Pixels picture = Pixels.of(chart());
        Rectangle animals = picture.bounds(Palette.series(0)); // with the sample in the legend, top left
        Rectangle fruit = picture.bounds(Palette.series(1));
        assertTrue(fruit.getMaxX() > 500 && fruit.y < 100, fruit.toString());
        assertTrue(animals.getMaxX() < 150 && animals.getMaxY() > 250, animals.toString());
    }

    @Test
    void labelsDoNotCoverEachOther() {
        Matcher texts = Pattern
                .compile("<text x=\"([\\d.]+)\" y=\"([\\d.]+)\"[^>]*textLength=\"([\\d.]+)\"[^>]*>(cat|dog|猫|苹果)<")
                .matcher(chart().svg());
        List<Rectangle> boxes = new ArrayList<>();
        while (texts.find()) {
            boxes.add(new Rectangle((int) Double.parseDouble(texts.group(1)),
                    (int) Double.parseDouble(texts.group(2)) - 10, (int) Double.parseDouble(texts.group(3)), 12));
        }
        assertEquals(4, boxes.size());
        for (Rectangle a : boxes) {
            assertEquals(1, boxes.stream().filter(a::intersects).count(), boxes.toString());
        }
    }

    @Test
    void summaryNamesThePoints() {
        assertEquals("Scatter plot: animals, 3 points (cat, dog, 猫); fruit, 1 point (苹果).", chart().alt());
    }

    @Test
    void aLineGoesFromEndToEndWithoutPoints() {
        ScatterChart limited = chart().line("limit", new double[] {1, 5}, new double[] {6, 6});
        Rectangle limit = Pixels.of(limited).bounds(Palette.series(2)); // with the sample in the legend
        assertTrue(limit.getMaxX() > 500, limit.toString());
        assertEquals("Scatter plot: animals, 3 points (cat, dog, 猫); fruit, 1 point (苹果); limit, a line from 6 to 6.",
                limited.alt());
    }

    @Test
    void errorsNameBothSides() {
        assertMessage("scatter: labels come after the series they belong to", () -> Chart.scatter().labels("a"));
        assertMessage("scatter: 1 labels for series \"a\" of 2 points",
                () -> Chart.scatter().series("a", new double[2], new double[2]).labels("x"));
        assertMessage("scatter: no series yet, add one with series(name, ...)", () -> Chart.scatter().svg());
    }
}
