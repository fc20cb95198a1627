package spotlight.chart;

import java.awt.Color;

/**
 * A way from number to colour whose lightness changes in equal steps, so that equal differences look equal and a print in black and
 * white still reads. A few anchor colours are joined by straight lines in OKLab (Ottosson 2020).
 */
final class ColorMap {
    /** Light for little, dark for much: white paper stays white where nothing happens. */
    static final ColorMap SEQUENTIAL = new ColorMap(
            ramp(0.985, 0.27, 0xFFFFF2, 0xD5EFC0, 0x8CD3BB, 0x45B0C4, 0x2A7FB8, 0x27519F, 0x172B63));
    /** Blue below the middle, white there, orange above. */
    static final ColorMap DIVERGING = new ColorMap(
            join(ramp(0.38, 0.975, 0x0B3C71, 0x1F6BA8, 0x6BA9D4, 0xBBD7EB, 0xF7F7F7),
                    ramp(0.975, 0.38, 0xF7F7F7, 0xF9D2AE, 0xEE9A5C, 0xC65A14, 0x7C2F05)));

    /** As fine as eyes see, as coarse as small files need. */
    static final int STEPS = 80;

    private final Color[] table = new Color[STEPS + 1];

    private ColorMap(double[][] anchors) {
        for (int i = 0; i <= STEPS; i++) {
            double place = (double) i / STEPS * (anchors.length - 1);
            int left = Math.min((int) place, anchors.length - 2);
            table[i] = toColor(mix(anchors[left], anchors[left + 1], place - left));
        }
    }

    /** The colour at a place between 0 and 1; beyond the ends the end. */
    Color at(double place) {
        return table[(int) Math.round(Math.max(0, Math.min(1, place)) * STEPS)];
    }

    private static double[][] ramp(double firstLightness, double lastLightness, int... colors) {
        double[][] anchors = new double[colors.length][];
        for (int i = 0; i < colors.length; i++) {
            anchors[i] = toOklab(new Color(colors[i]));
            anchors[i][0] = firstLightness + (lastLightness - firstLightness) * i / (colors.length - 1);
        }
        return anchors;
    }

    private static double[][] join(double[][] left, double[][] right) {
        double[][] all = new double[left.length + right.length - 1][];
        System.arraycopy(left, 0, all, 0, left.length);
        System.arraycopy(right, 1, all, left.length, right.length - 1);
        return all;
    }

    private static double[] mix(double[] a, double[] b, double share) {
        double[] mixed = new double[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = a[i] + share * (b[i] - a[i]);
        }
        return mixed;
    }

    /** {lightness, green-red, blue-yellow}. */
    static double[] toOklab(Color color) {
        double r = toLinear(color.getRed());
        double g = toLinear(color.getGreen());
        double b = toLinear(color.getBlue());
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
    }

    private static Color toColor(double[] lab) {
        double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
        double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
        double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
        return new Color(toByte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                toByte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                toByte(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static double toLinear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int toByte(double linear) {
        double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.max(0, Math.min(1, c)));
    }
}
