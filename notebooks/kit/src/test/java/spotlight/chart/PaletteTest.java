package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

class PaletteTest {
    /** Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB: protanopia, deuteranopia, tritanopia. */
    private static final double[][] BLINDNESS = {{0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216,
            -0.003882, -0.048116, 1.051998},
            {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820,
                    0.042940, 0.968881},
            {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733,
                    0.691367, 0.303900}};

    @Test
    void firstFourSeriesAreToldApartByEveryEye() {
        for (double[] matrix : BLINDNESS) {
            for (int i = 0; i < 4; i++) {
                for (int j = i + 1; j < 4; j++) {
                    double apart = distance(seen(Palette.series(i), matrix), seen(Palette.series(j), matrix));
                    assertTrue(apart > 0.07, "series " + i + " and " + j + " are " + apart + " apart in OKLab");
                }
            }
        }
    }

    @Test
    void noTwoOfManySeriesShareColourAndDash() {
        for (int i = 0; i < 20; i++) {
            for (int j = i + 1; j < 20; j++) {
                boolean sameColor = Palette.series(i).equals(Palette.series(j));
                boolean sameDash = Arrays.equals(Palette.stroke(i, 2).getDashArray(),
                        Palette.stroke(j, 2).getDashArray());
                assertTrue(!sameColor || !sameDash, i + " and " + j);
            }
        }
    }

    @Test
    void numbersCanBeReadOnEveryColour() {
        for (ColorMap map : new ColorMap[] {ColorMap.SEQUENTIAL, ColorMap.DIVERGING}) {
            for (double place = 0; place <= 1; place += 0.01) {
                Color ground = map.at(place);
                assertTrue(Palette.contrast(ground, Palette.inkOn(ground)) >= 3.9, "place " + place);
            }
        }
    }

    @Test
    void inkIsDarkOnLightAndLightOnDark() {
        assertEquals(Palette.INK, Palette.inkOn(Color.WHITE));
        assertEquals(Color.WHITE, Palette.inkOn(Color.BLACK));
        assertNotEquals(Palette.series(0), Palette.series(1));
    }

    private static double[] seen(Color color, double[] matrix) {
        double[] rgb = {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
        int[] out = new int[3];
        for (int i = 0; i < 3; i++) {
            double c = matrix[3 * i] * rgb[0] + matrix[3 * i + 1] * rgb[1] + matrix[3 * i + 2] * rgb[2];
            c = Math.max(0, Math.min(1, c));
            out[i] = (int) Math.round(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055));
        }
        return ColorMap.toOklab(new Color(out[0], out[1], out[2]));
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }
}
