package spotlight.nn;

import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** Ways to tell attention, which cannot see order, where each token stands. Angles are computed in double. */
public final class PositionalEncoding {
    private PositionalEncoding() {
    }

    /** {@link #sinusoidal(int, int, double)} with the paper's base, 10000. */
    public static Tensor sinusoidal(int length, int dModel) {
        return sinusoidal(length, dModel, 10000);
    }

    /**
     * {@code PE(pos, 2i) = sin(pos / base^(2i/D))}, {@code PE(pos, 2i+1) = cos(pos / base^(2i/D))}; "Attention Is All
     * You Need", section 3.5.
     *
     * @param length number of positions
     * @param dModel D; if it is odd the last sine stands alone
     * @return one row per position [length,D]
     * @throws IllegalArgumentException if a size is negative
     */
    public static Tensor sinusoidal(int length, int dModel, double base) {
        Tensor table = Tensor.zeros(length, dModel);
        for (int d = 0; d < dModel; d++) {
            double wavelength = Math.pow(base, (d - d % 2) / (double) dModel); // of both d = 2i and d = 2i + 1
            for (int position = 0; position < length; position++) {
                double angle = position / wavelength;
                table.data()[position * dModel + d] = (float) (d % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
            }
        }
        return table;
    }

    /**
     * Turns each pair of numbers {@code (x_2i, x_2i+1)} of the token at position p by the angle
     * {@code p / 10000^(2i/K)}, so that the dot product of a query and a key depends only on their distance;
     * "RoFormer", section 3.2.2.
     *
     * @param x             queries or keys [..,T,K]; not modified
     * @param firstPosition position of the first of the T tokens
     * @throws IllegalArgumentException if K is odd
     */
    public static Tensor rotary(Tensor x, int firstPosition) {
        if (x.rank() < 2 || x.size(-1) % 2 != 0) {
            throw new IllegalArgumentException(
                    "rotary: x " + Shapes.format(x.shape()) + " needs the form [..,T,K] with an even K");
        }
        int tokens = x.size(-2);
        int width = x.size(-1);
        Tensor y = Tensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i += 2) {
            int position = firstPosition + i / width % tokens;
            double angle = position / Math.pow(10000, i % width / (double) width);
            float a = x.data()[i];
            float b = x.data()[i + 1];
            y.data()[i] = (float) (a * Math.cos(angle) - b * Math.sin(angle));
            y.data()[i + 1] = (float) (a * Math.sin(angle) + b * Math.cos(angle));
        }
        return y;
    }

    /**
     * A handicap that grows with distance, {@code -2^(-8h/H) |i - j|} for head {@code h = 1..H}, to be added to the
     * scores like a mask; "Train Short, Test Long" (ALiBi), section 3.
     *
     * @param heads   H
     * @param queries T, the last of the S tokens
     * @param keys    S
     * @return bias [H,T,S]; with a batch of heads unsqueeze it to [1,H,T,S]
     * @throws IllegalArgumentException if there are more queries than keys
     */
    public static Tensor alibi(int heads, int queries, int keys) {
        if (queries > keys) {
            throw new IllegalArgumentException("alibi: " + queries + " queries are more than " + keys + " keys");
        }
        Tensor bias = Tensor.zeros(heads, queries, keys);
        int next = 0;
        for (int head = 1; head <= heads; head++) {
            double slope = Math.pow(2, -8.0 * head / heads);
            for (int i = keys - queries; i < keys; i++) {
                for (int j = 0; j < keys; j++) {
                    bias.data()[next++] = (float) (-slope * Math.abs(i - j));
                }
            }
        }
        return bias;
    }
}
