package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

class PngTest {
    private static BufferedImage roundTrip(BufferedImage image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Png.encode(image)));
    }

    @Test
    void fewColoursAreKeptExactly() throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 40 * 30; i++) {
            image.setRGB(i % 40, i / 40, new Color(i / 40 * 5, 100, i / 40 * 8).getRGB());
        }
        BufferedImage read = roundTrip(image);
        for (int i = 0; i < 40 * 30; i++) {
            assertEquals(image.getRGB(i % 40, i / 40), read.getRGB(i % 40, i / 40));
        }
    }

    @Test
    void manyColoursMoveToACloseOne() throws IOException {
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 65536; i++) {
            image.setRGB(i % 256, i / 256, new Color(i % 256, i / 256, 128).getRGB());
        }
        BufferedImage read = roundTrip(image);
        assertTrue(((IndexColorModel) read.getColorModel()).getMapSize() <= 256);
        for (int i = 0; i < 65536; i++) {
            Color before = new Color(image.getRGB(i % 256, i / 256));
            Color after = new Color(read.getRGB(i % 256, i / 256));
            assertTrue(Math.abs(before.getRed() - after.getRed()) <= 30, before + " " + after);
            assertTrue(Math.abs(before.getGreen() - after.getGreen()) <= 30, before + " " + after);
        }
    }

    @Test
    void holdsNothingButThePicture() {
        String bytes = new String(Png.encode(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB)),
                StandardCharsets.ISO_8859_1);
        for (String chunk : new String[] {"tIME", "tEXt", "iTXt"}) {
            assertTrue(!bytes.contains(chunk), chunk);
        }
    }
}
