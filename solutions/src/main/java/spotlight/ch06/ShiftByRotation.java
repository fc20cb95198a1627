package spotlight.ch06;

import spotlight.tensor.Tensor;

/**
 * Exercise 6.3, moving by k seats is a rotation: why a model can learn "k words back" from sines and cosines.
 *
 * <p>By the addition theorems, with {@code w = 1 / 10000^(2i/D)},
 *
 * <pre>{@code
 * sin((p+k)w) =  cos(kw) sin(pw) + sin(kw) cos(pw)
 * cos((p+k)w) = -sin(kw) sin(pw) + cos(kw) cos(pw)
 * }</pre>
 *
 * <p>so one fixed matrix, the same for every p, carries PE(p) to PE(p+k). It has a 2 x 2 block per pair and zeros elsewhere.
 */
public final class ShiftByRotation {
    private ShiftByRotation() {
    }

    /**
     * The matrix M with {@code M PE(p) = PE(p + k)} for every position p.
     *
     * @param k      how many seats to move, negative = back
     * @param dModel the length D of the encodings, even
     * @return [D,D]; its rows 2i and 2i+1 hold the two lines of the formula above, its columns are the entries of PE(p)
     */
    public static Tensor matrix(int k, int dModel) {
        float[] m = new float[dModel * dModel];
        for (int i = 0; i < dModel; i += 2) {
            double turn = k / Math.pow(10_000, (double) i / dModel);
            m[i * dModel + i] = (float) Math.cos(turn);
            m[i * dModel + i + 1] = (float) Math.sin(turn);
            m[(i + 1) * dModel + i] = (float) -Math.sin(turn);
            m[(i + 1) * dModel + i + 1] = (float) Math.cos(turn);
        }
        return Tensor.of(m, dModel, dModel);
    }
}
