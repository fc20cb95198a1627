package spotlight.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Small PNG files: a palette of at most 256 colours, no filter (best for palettes), strongest compression, no time stamp. So notebooks
 * stay light and the same chart gives the same bytes.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int MOST_COLORS = 256;
    /** A colour this close to one in the palette is not worth a place of its own; black to white is 585225. */
    private static final int CLOSE = 2500;

    private static final int RARE = 24;

    private Png() {
    }

    /** The picture as a file in memory. */
    static byte[] encode(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, int[]> counts = count(pixels);
        int[] palette = choose(counts);
        byte[] colors = new byte[3 * palette.length];
        for (int i = 0; i < palette.length; i++) {
            colors[3 * i] = (byte) (palette[i] >> 16);
            colors[3 * i + 1] = (byte) (palette[i] >> 8);
            colors[3 * i + 2] = (byte) palette[i];
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        // 8 bits, palette, deflate, adaptive filters, not interlaced
        chunk(file, "IHDR",
                ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 3, 0, 0, 0}).array());
        chunk(file, "PLTE", colors);
        chunk(file, "IDAT", compress(rows(pixels, width, height, counts)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** From colour to {pixels, 0}. */
    private static Map<Integer, int[]> count(int[] pixels) {
        Map<Integer, int[]> counts = new TreeMap<>();
        int[] entry = null;
        for (int i = 0; i < pixels.length; i++) {
            if (i == 0 || pixels[i] != pixels[i - 1]) {
                entry = counts.computeIfAbsent(pixels[i] & 0xFFFFFF, color -> new int[2]);
            }
            entry[0]++;
        }
        return counts;
    }

    /**
     * Picks colours one by one, each time the one that would lose most without it: many pixels, far from what is picked already. Cells
     * and lines keep their exact colours, rare edges of letters give way. Writes the place of each colour beside its count.
     */
    private static int[] choose(Map<Integer, int[]> counts) {
        int[] colors = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[][] entries = counts.values().toArray(new int[0][]);
        long[] distance = new long[colors.length];
        Arrays.fill(distance, Integer.MAX_VALUE);
        int[] palette = new int[Math.min(MOST_COLORS, colors.length)];
        for (int place = 0; place < palette.length; place++) {
            int best = 0;
            for (int i = 1; i < colors.length; i++) {
                best = loss(distance[i], entries[i][0]) > loss(distance[best], entries[best][0]) ? i : best;
            }
            if (loss(distance[best], entries[best][0]) == 0) {
                return Arrays.copyOf(palette, place);
            }
            palette[place] = colors[best];
            for (int i = 0; i < colors.length; i++) {
                long apart = apart(colors[i], palette[place]);
                if (apart < distance[i]) {
                    distance[i] = apart;
                    entries[i][1] = place;
                }
            }
        }
        return palette;
    }

    /** A frequent colour must be exact, a rare one may be close. */
    private static long loss(long distance, int count) {
        return distance < CLOSE && count < RARE ? 0 : distance * count;
    }

    private static long apart(int a, int b) {
        int red = (a >> 16) - (b >> 16);
        int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
        int blue = (a & 0xFF) - (b & 0xFF);
        return 3L * red * red + 4L * green * green + 2L * blue * blue;
    }

    /** Each row: filter 0, then one byte per pixel. */
    private static byte[] rows(int[] pixels, int width, int height, Map<Integer, int[]> counts) {
        byte[] rows = new byte[height * (width + 1)];
        int last = -1;
        byte place = 0;
        for (int i = 0; i < pixels.length; i++) {
            int color = pixels[i] & 0xFFFFFF;
            place = color == last ? place : (byte) counts.get(color)[1];
            rows[i + i / width + 1] = place;
            last = color;
        }
        return rows;
    }

    private static byte[] compress(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        ByteBuffer body = ByteBuffer.allocate(4 + data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 crc = new CRC32();
        crc.update(body.array());
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(body.array());
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
