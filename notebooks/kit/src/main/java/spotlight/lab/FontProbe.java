package spotlight.lab;

import java.awt.Font;
import spotlight.chart.Chart;
import spotlight.tensor.Tensor;

/** Tries to draw a chart. Charts bring their letters with them; only characters beyond those ask the system for a font. */
final class FontProbe {

    private static final String CHINESE = "注意力"; // "attention"

    private FontProbe() {
    }

    static Machine.Fonts look() {
        System.setProperty("java.awt.headless", "true");
        try {
            Chart.heatmap(Tensor.scalar(1).reshape(1, 1)).rows(CHINESE).image();
        } catch (Exception | LinkageError | InternalError broken) {
            return Machine.Fonts.NONE;
        }
        return systemHasChinese() ? Machine.Fonts.ALL : Machine.Fonts.BUNDLED;
    }

    /** False also where the system has no fonts at all, which Java reports in several ways, some of them errors. */
    private static boolean systemHasChinese() {
        try {
            return new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplayUpTo(CHINESE) < 0;
        } catch (RuntimeException | Error none) {
            return false;
        }
    }
}
