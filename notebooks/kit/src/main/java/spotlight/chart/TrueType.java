package spotlight.chart;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Outlines from a TrueType font file. Java's own text drawing needs font libraries and configuration that small machines (containers
 * above all) do not have, and its result differs between them; a chart only needs shapes to fill. Lengths are in em, y points down.
 *
 * <p>
 * Follows the OpenType specification, tables head, hhea, hmtx, maxp, loca, glyf and cmap format 4.
 */
final class TrueType {
    private static final int ON_CURVE = 1;
    private static final int REPEAT = 8;

    private final ByteBuffer data;
    private final Map<String, Integer> tables = new HashMap<>();
    private final Map<Integer, Path2D> outlines = new HashMap<>();
    private final double em;
    private final boolean longOffsets;
    private final int advances;
    private final int cmap;

    /** @param bytes the font file */
    TrueType(byte[] bytes) {
        data = ByteBuffer.wrap(bytes);
        for (int i = 0; i < u16(4); i++) {
            String tag = new String(bytes, 12 + 16 * i, 4, StandardCharsets.US_ASCII);
            tables.put(tag, data.getInt(12 + 16 * i + 8));
        }
        em = u16(table("head") + 18);
        longOffsets = u16(table("head") + 50) == 1;
        advances = u16(table("hhea") + 34);
        cmap = unicodeMap();
    }

    /** True when the font draws this character. */
    boolean has(int codePoint) {
        return glyph(codePoint) != 0;
    }

    /** How far the pen moves on. */
    double advance(int codePoint) {
        int glyph = Math.min(glyph(codePoint), advances - 1);
        return u16(table("hmtx") + 4 * glyph) / em;
    }

    /** The shape of a character, its origin at the left of the baseline. */
    synchronized Path2D outline(int codePoint) {
        return outlines.computeIfAbsent(codePoint, point -> {
            Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
            path.append(shape(glyph(point)), false);
            path.transform(AffineTransform.getScaleInstance(1 / em, -1 / em));
            return path;
        });
    }

    private int unicodeMap() {
        int start = table("cmap");
        for (int i = 0; i < u16(start + 2); i++) {
            int subtable = start + data.getInt(start + 4 + 8 * i + 4);
            if (u16(subtable) == 4) {
                return subtable;
            }
        }
        throw new IllegalArgumentException("font: no cmap of format 4");
    }

    /** The number of the glyph, 0 when there is none; cmap format 4 is a sorted list of segments. */
    private int glyph(int codePoint) {
        if (codePoint > 0xFFFF) {
            return 0;
        }
        int doubled = u16(cmap + 6);
        int ends = cmap + 14;
        int starts = ends + doubled + 2;
        int low = 0;
        int high = doubled / 2 - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (u16(ends + 2 * middle) >= codePoint) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        int start = u16(starts + 2 * low);
        if (codePoint < start || codePoint > u16(ends + 2 * low)) {
            return 0;
        }
        int delta = u16(starts + doubled + 2 * low);
        int offsetAt = starts + 2 * doubled + 2 * low;
        if (u16(offsetAt) == 0) {
            return codePoint + delta & 0xFFFF;
        }
        int glyph = u16(offsetAt + u16(offsetAt) + 2 * (codePoint - start));
        return glyph == 0 ? 0 : glyph + delta & 0xFFFF;
    }

    private Path2D shape(int glyph) {
        int from = offset(glyph);
        if (from == offset(glyph + 1)) {
            return new Path2D.Double(); // a space
        }
        int at = table("glyf") + from;
        int contours = data.getShort(at);
        return contours >= 0 ? simple(at + 10, contours) : composite(at + 10);
    }

    private int offset(int glyph) {
        return longOffsets ? data.getInt(table("loca") + 4 * glyph) : 2 * u16(table("loca") + 2 * glyph);
    }

    private Path2D simple(int at, int contours) {
        int count = contours == 0 ? 0 : u16(at + 2 * contours - 2) + 1;
        byte[] flags = new byte[count];
        int pen = at + 2 * contours + 2 + u16(at + 2 * contours);
        for (int i = 0; i < count; i++) {
            byte flag = data.get(pen++);
            int repeats = (flag & REPEAT) == 0 ? 0 : data.get(pen++) & 0xFF;
            flags[i] = flag;
            for (; repeats > 0; repeats--) {
                flags[++i] = flag;
            }
        }
        int[] x = new int[count];
        int[] y = new int[count];
        pen = coordinates(pen, flags, 2, 16, x);
        coordinates(pen, flags, 4, 32, y);
        Path2D path = new Path2D.Double();
        int first = 0;
        for (int c = 0; c < contours; c++) {
            int last = u16(at + 2 * c);
            contour(path, flags, x, y, first, last);
            first = last + 1;
        }
        return path;
    }

    /** Reads differences; a short one is a byte whose sign is the second flag, a long one is left out when that flag is set. */
    private int coordinates(int start, byte[] flags, int isShort, int sameOrPositive, int[] values) {
        int pen = start;
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            if ((flags[i] & isShort) != 0) {
                int step = data.get(pen++) & 0xFF;
                value += (flags[i] & sameOrPositive) != 0 ? step : -step;
            } else if ((flags[i] & sameOrPositive) == 0) {
                value += data.getShort(pen);
                pen += 2;
            }
            values[i] = value;
        }
        return pen;
    }

    /** A closed curve; between two control points there is a point on the curve half way. */
    private static void contour(Path2D path, byte[] flags, int[] x, int[] y, int first, int last) {
        int count = last - first + 1;
        if (count < 2) {
            return;
        }
        int start = first;
        while (start < last && (flags[start] & ON_CURVE) == 0) {
            start++;
        }
        path.moveTo(x[start], y[start]);
        for (int i = 1; i <= count; i++) {
            int point = first + (start - first + i) % count;
            if ((flags[point] & ON_CURVE) != 0) {
                path.lineTo(x[point], y[point]);
                continue;
            }
            int next = first + (start - first + i + 1) % count;
            if ((flags[next] & ON_CURVE) != 0) {
                path.quadTo(x[point], y[point], x[next], y[next]);
                i++;
            } else {
                path.quadTo(x[point], y[point], (x[point] + x[next]) / 2.0, (y[point] + y[next]) / 2.0);
            }
        }
        path.closePath();
    }

    /** Parts taken from other glyphs, moved and scaled. */
    private Path2D composite(int start) {
        Path2D path = new Path2D.Double();
        int pen = start;
        int flags;
        do {
            flags = u16(pen);
            Path2D part = shape(u16(pen + 2));
            boolean words = (flags & 1) != 0;
            double dx = words ? data.getShort(pen + 4) : data.get(pen + 4);
            double dy = words ? data.getShort(pen + 6) : data.get(pen + 5);
            pen += words ? 8 : 6;
            double[] m = {1, 0, 0, 1};
            if ((flags & 8) != 0) {
                m[0] = m[3] = fraction(pen);
                pen += 2;
            } else if ((flags & 0x40) != 0) {
                m[0] = fraction(pen);
                m[3] = fraction(pen + 2);
                pen += 4;
            } else if ((flags & 0x80) != 0) {
                m = new double[] {fraction(pen), fraction(pen + 2), fraction(pen + 4), fraction(pen + 6)};
                pen += 8;
            }
            part.transform(new AffineTransform(m[0], m[1], m[2], m[3], dx, dy));
            path.append(part, false);
        } while ((flags & 0x20) != 0);
        return path;
    }

    private double fraction(int at) {
        return data.getShort(at) / 16384.0;
    }

    private int table(String tag) {
        Integer start = tables.get(tag);
        if (start == null) {
            throw new IllegalArgumentException("font: table " + tag + " is missing");
        }
        return start;
    }

    private int u16(int at) {
        return data.getShort(at) & 0xFFFF;
    }
}
