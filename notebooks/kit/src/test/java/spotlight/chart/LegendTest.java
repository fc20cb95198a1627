package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class LegendTest {
    private static Legend legend(int count) {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(new Legend.Entry("dimension " + i, Palette.series(i), Palette.stroke(i, 2), null));
        }
        return new Legend(entries);
    }

    @Test
    void takesAnotherRowWhenNamesDoNotFit() {
        assertEquals(0, legend(0).height(680));
        assertEquals(21, legend(2).height(680));
        assertEquals(40, legend(9).height(680));
        assertTrue(legend(9).height(300) > 70);
    }

    @Test
    void neverLeavesThePicture() {
        Legend legend = new Legend(List.of(new Legend.Entry("a name that is far too long for so small a picture",
                Palette.series(0), Palette.stroke(0, 2), null)));
        Pixels picture = Pixels.blank(150, 40);
        legend.paint(picture.graphics(), 5, 150);
        assertTrue(picture.bounds(Palette.INK).getMaxX() < 140);
    }
}
