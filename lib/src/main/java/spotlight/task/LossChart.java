package spotlight.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A loss curve in plain characters. */
final class LossChart {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 10;

    private LossChart() {
    }

    /** Means of equal parts of the training from left to right, with the highest and the lowest of them at the side. */
    static String draw(float[] losses) {
        double[] means = means(losses, Math.min(WIDTH, losses.length));
        if (means.length == 0 || !Arrays.stream(means).allMatch(Double::isFinite)) {
            return "(no loss to draw)";
        }
        double high = Arrays.stream(means).max().orElseThrow();
        double low = Arrays.stream(means).min().orElseThrow();
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < HEIGHT; row++) {
            StringBuilder line = new StringBuilder(label(row, high, low)).append(" |");
            for (double mean : means) {
                line.append(row(mean, high, low) == row ? '*' : ' ');
            }
            rows.add(line.toString().stripTrailing());
        }
        rows.add(" ".repeat(9) + "+" + "-".repeat(means.length));
        String steps = losses.length == 1 ? "step 1" : "step 1 to " + losses.length;
        rows.add(" ".repeat(10) + steps);
        return String.join("\n", rows);
    }

    private static String label(int row, double high, double low) {
        return row == 0 || row == HEIGHT - 1
                ? String.format(Locale.ROOT, "%8.4f", row == 0 ? high : low)
                : " ".repeat(8);
    }

    private static int row(double mean, double high, double low) {
        return high == low ? HEIGHT - 1 : (int) Math.round((high - mean) / (high - low) * (HEIGHT - 1));
    }

    private static double[] means(float[] losses, int parts) {
        double[] means = new double[parts];
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) part * losses.length / parts);
            int to = (int) ((part + 1L) * losses.length / parts);
            for (int i = from; i < to; i++) {
                means[part] += losses[i] / (to - from);
            }
        }
        return means;
    }
}
