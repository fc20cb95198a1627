package spotlight.chart;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small PNG files: at most 256 colours, no time stamp, so that notebooks stay light and the same chart gives the same bytes. */
final class Png {
    private static final int COLORS = 256;

    private Png() {
    }

    /** The picture as a PNG file with a palette. Rare in-between colours (edges of letters) move to a close neighbour. */
    static byte[] encode(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0); // 0 asks for the smallest file
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(indexed(image), null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The picture with a palette of at most 256 colours. */
    static BufferedImage indexed(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & 0xFFFFFF, 1, Integer::sum);
        }
        int bits = 8;
        Map<Integer, Integer> chosen = representatives(counts, bits);
        while (chosen.size() > COLORS) {
            chosen = representatives(counts, --bits);
        }
        List<Integer> palette = new ArrayList<>(chosen.values());
        palette.sort(null);
        Map<Integer, Integer> index = new HashMap<>();
        for (int i = 0; i < palette.size(); i++) {
            index.put(palette.get(i), i);
        }
        byte[] places = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            places[i] = (byte) (int) index.get(chosen.get(bucket(pixels[i] & 0xFFFFFF, bits)));
        }
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model(palette));
        small.getRaster().setDataElements(0, 0, width, height, places);
        return small;
    }

    /** For each bucket of colours that agree in the upper bits: its most frequent colour. */
    private static Map<Integer, Integer> representatives(Map<Integer, Integer> counts, int bits) {
        Map<Integer, Integer> best = new HashMap<>();
        counts.forEach((color, count) -> best.merge(bucket(color, bits), color,
                (a, b) -> counts.get(a) > counts.get(b) || counts.get(a).equals(counts.get(b)) && a < b ? a : b));
        return best;
    }

    private static int bucket(int color, int bits) {
        int mask = 0xFF & 0xFF << 8 - bits;
        return color & (mask << 16 | mask << 8 | mask);
    }

    private static IndexColorModel model(List<Integer> palette) {
        int[] colors = palette.stream().mapToInt(Integer::intValue).toArray();
        return new IndexColorModel(8, colors.length, colors, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }
}
