package spotlight.grad;

import java.util.Arrays;
import spotlight.tensor.Buffers;
import spotlight.tensor.FlashAttention;
import spotlight.tensor.FlashAttention.Gradients;
import spotlight.tensor.FlashAttention.Matrices;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** Attention, without ever holding all the weights. */
final class Attending {
    private Attending() {
    }

    /** {@code y = softmax(q kT scale + mask) v}. */
    static Var attention(Var q, Var k, Var v, Tensor mask, boolean causal, float scale) {
        int[] scores = FlashAttention.scores(q.shape(), k.shape(), v.shape(), mask.shape());
        int[] batch = Arrays.copyOf(scores, scores.length - 2);
        int queries = q.size(-2);
        int keys = k.size(-2);
        Shapes.require(!causal || queries <= keys,
                () -> "causal: " + queries + " queries are more than " + keys + " keys");
        Tensor y = empty(batch, queries, v.size(-1));
        float[] largest = Buffers.take(Shapes.size(batch) * queries);
        float[] sums = Buffers.take(largest.length);
        FlashAttention attention = new FlashAttention(Matrices.of(q.value(), batch), Matrices.of(k.value(), batch),
                Matrices.of(v.value(), batch), added(mask, batch), scale, causal, Matrices.of(y, batch), largest, sums);
        attention.forward();
        return Var.of(y, dy -> {
            Tensor dq = empty(batch, queries, q.size(-1));
            Tensor dk = empty(batch, keys, k.size(-1));
            Tensor dv = empty(batch, keys, v.size(-1));
            attention.backward(new Gradients(Matrices.of(dy, batch), Matrices.of(dq, batch), Matrices.of(dk, batch),
                    Matrices.of(dv, batch)), false);
            Stretched.adopt(q, () -> dq);
            Stretched.adopt(k, () -> dk);
            Stretched.adopt(v, () -> dv);
            Buffers.release(largest);
            Buffers.release(sums);
        }, q, k, v);
    }

    /** {@code y = softmax(q kT / sqrt(K) + mask) v} for each head, q, k and v lying side by side in qkv [B,T,3D]. */
    static Var selfAttention(Var qkv, int heads, boolean causal, Tensor mask) {
        int[] shape = qkv.shape();
        Shapes.require(shape.length == 3 && shape[2] % 3 == 0,
                () -> "selfAttention: qkv " + Shapes.format(shape) + " is not [B,T,3D]");
        int dModel = shape[2] / 3;
        Shapes.require(heads > 0 && dModel % heads == 0,
                () -> "selfAttention: dModel " + dModel + " is not a multiple of heads " + heads);
        int[] scores = {shape[0], heads, shape[1], shape[1]};
        Shapes.require(Shapes.broadcastsTo(mask.shape(), scores),
                () -> "selfAttention: mask " + Shapes.format(mask.shape())
                        + " does not stretch to scores " + Shapes.format(scores));
        float scale = (float) (1 / Math.sqrt(dModel / heads));
        Tensor y = empty(new int[] {shape[0]}, shape[1], dModel);
        float[] largest = Buffers.take(shape[0] * heads * shape[1]);
        float[] sums = Buffers.take(largest.length);
        float[] x = qkv.value().data();
        FlashAttention attention = new FlashAttention(third(0, x, heads, shape), third(1, x, heads, shape),
                third(2, x, heads, shape), added(mask, shape[0], heads), scale, causal, whole(y.data(), heads, shape),
                largest, sums);
        attention.forward();
        return Var.of(y, dy -> {
            qkv.accumulateInto((dx, add) -> attention.backward(new Gradients(whole(dy.data(), heads, shape),
                    third(0, dx, heads, shape), third(1, dx, heads, shape), third(2, dx, heads, shape)), add));
            Buffers.release(largest);
            Buffers.release(sums);
        }, qkv);
    }

    /** The heads of q, k or v inside [B,T,3D]. */
    private static Matrices third(int part, float[] data, int heads, int[] shape) {
        int dModel = shape[2] / 3;
        return Matrices.heads(data, shape[0], shape[1], shape[2], part * dModel, heads, dModel / heads);
    }

    /** The heads inside [B,T,D]. */
    private static Matrices whole(float[] data, int heads, int[] shape) {
        int dModel = shape[2] / 3;
        return Matrices.heads(data, shape[0], shape[1], dModel, 0, heads, dModel / heads);
    }

    private static Matrices added(Tensor mask, int... batch) {
        boolean none = mask.size() == 1 && mask.data()[0] == 0;
        return none ? Matrices.NONE : Matrices.of(mask, batch);
    }

    private static Tensor empty(int[] batch, int rows, int columns) {
        int[] shape = Arrays.copyOf(batch, batch.length + 2);
        shape[batch.length] = rows;
        shape[batch.length + 1] = columns;
        return Tensor.wrap(Buffers.take(Shapes.size(shape)), shape);
    }
}
