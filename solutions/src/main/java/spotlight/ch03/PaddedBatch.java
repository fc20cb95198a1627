package spotlight.ch03;

import spotlight.nn.Attention;
import spotlight.tensor.Tensor;

/** Solution of exercise 3.5: sentences of unequal length in one tensor. */
public final class PaddedBatch {

    private PaddedBatch() {
    }

    /** Self-attention over x [B,T,D]; of each sequence only the first {@code lengths[b]} tokens are real. */
    public static Tensor attend(Tensor x, int[] lengths, Tensor wQuery, Tensor wKey, Tensor wValue) {
        Tensor real = real(lengths, x.size(1));
        Tensor mask = real.map(one -> one == 1 ? 0 : Float.NEGATIVE_INFINITY);
        Tensor keyMask = mask.unsqueeze(1); // [B,1,T]: the same keys for every query of a sequence
        Tensor output = Attention.scaledDotProduct(x.matmul(wQuery), x.matmul(wKey), x.matmul(wValue), keyMask)
                .output();
        return output.times(real.unsqueeze(2)); // [B,T,Dv] times [B,T,1]
    }

    /** [B,T]: 1 for a real token, 0 for padding. */
    private static Tensor real(int[] lengths, int tokens) {
        float[] real = new float[lengths.length * tokens];
        for (int b = 0; b < lengths.length; b++) {
            for (int t = 0; t < lengths[b]; t++) {
                real[b * tokens + t] = 1;
            }
        }
        return Tensor.of(real, lengths.length, tokens);
    }
}
