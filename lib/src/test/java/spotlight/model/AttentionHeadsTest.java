package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.nn.Mask;
import spotlight.tensor.Tensor;

class AttentionHeadsTest {
    private static final double ROUNDING = 1e-6; // another order of float32 sums

    private final Var q = Var.constant(Expect.random(1, 2, 3, 8));
    private final Var k = Var.constant(Expect.random(2, 2, 5, 8));
    private final Var v = Var.constant(Expect.random(3, 2, 5, 8));

    /** The weights times the values, head by head, side by side. */
    private static Tensor weighted(Tensor weights, Var v) {
        Var heads = AttentionHeads.split(v, weights.size(1));
        return AttentionHeads.join(Var.constant(weights.matmul(heads.value()))).value();
    }

    @Test
    void headsSplitAndJoin() {
        Var heads = AttentionHeads.split(q, 4);
        assertEquals(q.value().at(1, 2, 5), heads.value().at(1, 2, 2, 1)); // number 5 is number 1 of head 2
        Expect.equal(q.value(), AttentionHeads.join(heads).value());
    }

    @Test
    void theRecordedWeightsAreThoseOfTheOutput() {
        Tensor mask = Mask.padding(new int[] {5, 2}, 5).unsqueeze(1); // [B,1,1,S]
        for (boolean causal : new boolean[] {false, true}) {
            try (AttentionMaps maps = AttentionMaps.record()) {
                Tensor y = AttentionHeads.cross("cross", 2, q, k, v, causal, mask).value();
                Expect.close(weighted(maps.get("cross"), v), y, ROUNDING);
                assertEquals(0, maps.get("cross").at(1, 0, 0, 2)); // padding
                assertEquals(causal, maps.get("cross").at(0, 0, 0, 3) == 0); // of keys 0..2
            }
        }
    }

    @Test
    void selfAttentionIsTheSameOnPackedVectors() {
        Var qkv = Var.constant(Tensor.concat(-1, k.value(), v.value(), k.value()));
        try (AttentionMaps maps = AttentionMaps.record()) {
            Tensor packed = AttentionHeads.self("self", 4, qkv, true, Mask.none()).value();
            Expect.close(AttentionHeads.cross("cross", 4, k, v, k, true, Mask.none()).value(), packed, ROUNDING);
            Expect.equal(maps.get("cross"), maps.get("self"));
            assertEquals(0, maps.get("self").at(1, 3, 1, 2)); // token 1 does not see token 2
        }
    }

    @Test
    void aQueryThatSeesNothingGetsZeros() {
        Tensor nothing = Tensor.full(Float.NEGATIVE_INFINITY, 1);
        try (AttentionMaps maps = AttentionMaps.record()) {
            Expect.equal(Tensor.zeros(2, 3, 8), AttentionHeads.cross("none", 2, q, k, v, false, nothing).value());
            Expect.equal(Tensor.zeros(2, 2, 3, 5), maps.get("none"));
        }
    }

    @Test
    void errorsNameTheHeads() {
        Expect.error("attention: [2,3,8] does not split into heads 3", () -> AttentionHeads.split(q, 3));
        Expect.error("attention: [2,3,8] does not split into heads 0", () -> AttentionHeads.split(q, 0));
    }
}
