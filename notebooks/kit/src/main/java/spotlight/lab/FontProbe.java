package spotlight.lab;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.InputStream;

/** Tries to draw the course's own font, which fails on machines without the libraries that Java draws text with. */
final class FontProbe {

    private static final String CHINESE = "注意力"; // "attention"

    private FontProbe() {
    }

    static Machine.Fonts look() {
        System.setProperty("java.awt.headless", "true");
        try (InputStream in = FontProbe.class.getResourceAsStream("/spotlight/chart/spotlight-sans.ttf")) {
            Font own = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(20f);
            BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setFont(own);
            graphics.drawString("A", 5, 25);
            graphics.dispose();
            boolean drawn = java.util.Arrays.stream(image.getRGB(0, 0, 40, 30, null, 0, 40))
                    .anyMatch(rgb -> (rgb & 0xff) != 0);
            if (!drawn) {
                return Machine.Fonts.NONE;
            }
            return new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplayUpTo(CHINESE) < 0
                    ? Machine.Fonts.ALL
                    : Machine.Fonts.BUNDLED;
        } catch (Exception | LinkageError | InternalError broken) {
            return Machine.Fonts.NONE;
        }
    }
}
