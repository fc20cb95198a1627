package spotlight.ch03;

import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

/** Random tokens and weights: other values for every seed, so that no constant answer passes. */
record Sample(Tensor x, Tensor wQuery, Tensor wKey, Tensor wValue) {

    /** @param tokens shape of x: [T,D] or [B,T,D] */
    static Sample random(long seed, int headDim, int valueDim, int... tokens) {
        TorchRandom random = new TorchRandom(seed);
        int dModel = tokens[tokens.length - 1];
        return new Sample(random.randn(tokens), random.randn(dModel, headDim), random.randn(dModel, headDim),
                random.randn(dModel, valueDim));
    }

    Tensor q() {
        return x.matmul(wQuery);
    }

    Tensor k() {
        return x.matmul(wKey);
    }

    Tensor v() {
        return x.matmul(wValue);
    }

    int headDim() {
        return wQuery.size(1);
    }

    int dModel() {
        return wQuery.size(0);
    }

    /** {@code q · kT / divisor}, [..,T,T]. */
    Tensor scores(double divisor) {
        return q().matmulNT(k()).dividedBy((float) divisor);
    }

    /** The scores as they should be. */
    Tensor scores() {
        return scores(Math.sqrt(headDim()));
    }

    /** Sequence b of a batch, as a sample of its own. */
    Sample sequence(int b) {
        return new Sample(x.select(0, b), wQuery, wKey, wValue);
    }
}
