package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;

import org.junit.jupiter.api.Test;

class ColorMapTest {
    private static double lightness(Color color) {
        return ColorMap.toOklab(color)[0];
    }

    @Test
    void equalStepsOfTheSequentialMapLookEqual() {
        for (int i = 0; i < 20; i++) {
            double step = lightness(ColorMap.SEQUENTIAL.at(i / 20.0))
                    - lightness(ColorMap.SEQUENTIAL.at((i + 1) / 20.0));
            assertEquals(0.715 / 20, step, 0.012, "step " + i);
        }
    }

    @Test
    void divergingMapIsWhiteInTheMiddleAndEquallyDarkAtBothEnds() {
        assertTrue(lightness(ColorMap.DIVERGING.at(0.5)) > 0.96);
        for (double place = 0; place < 0.5; place += 0.05) {
            assertEquals(lightness(ColorMap.DIVERGING.at(place)), lightness(ColorMap.DIVERGING.at(1 - place)), 0.03);
        }
    }

    @Test
    void placesBeyondTheEndsTakeTheEnd() {
        assertEquals(ColorMap.SEQUENTIAL.at(0), ColorMap.SEQUENTIAL.at(-3));
        assertEquals(ColorMap.SEQUENTIAL.at(1), ColorMap.SEQUENTIAL.at(7));
    }
}
