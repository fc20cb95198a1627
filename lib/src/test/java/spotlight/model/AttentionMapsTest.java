package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.nn.Mask;
import spotlight.tensor.Buffers;
import spotlight.tensor.Tensor;

class AttentionMapsTest {
    private static final Var QKV = Var.constant(Expect.random(1, 1, 3, 6));

    private static void compute(String name) {
        AttentionHeads.self(name, 2, QKV, true, Mask.none());
    }

    @Test
    void recordsEachLayerInOrder() {
        AttentionMaps maps = AttentionMaps.record();
        try (maps) {
            compute("h.1.attn");
            compute("h.0.attn");
        }
        compute("h.2.attn");
        assertEquals(List.of("h.1.attn", "h.0.attn"), List.copyOf(maps.all().keySet()));
        assertEquals(1, maps.get("h.0.attn").at(0, 1, 0, 0));
    }

    @Test
    void anInnerRecordingPausesTheOuter() {
        try (AttentionMaps outer = AttentionMaps.record()) {
            try (AttentionMaps inner = AttentionMaps.record()) {
                compute("inner");
                assertEquals(1, inner.all().size());
            }
            compute("outer");
            assertEquals(List.of("outer"), List.copyOf(outer.all().keySet()));
        }
    }

    @Test
    void otherThreadsAreNotRecorded() {
        try (AttentionMaps maps = AttentionMaps.record()) {
            CompletableFuture.runAsync(() -> compute("elsewhere")).join();
            assertEquals(0, maps.all().size());
        }
    }

    @Test
    void mapsOutliveRecycledMemory() {
        try (AttentionMaps maps = AttentionMaps.record()) {
            try (Buffers.Scope scope = Buffers.recyclePoisoned()) {
                compute("h.0.attn");
            }
            Tensor sums = maps.get("h.0.attn").sum(-1);
            Expect.close(Tensor.ones(1, 2, 3), sums, 1e-6); // float32 sums of three
        }
        Buffers.clear();
    }

    @Test
    void theStepsLeadToTheWeights() {
        try (AttentionMaps maps = AttentionMaps.record()) {
            compute("h.0.attn");
            AttentionSteps steps = maps.steps("h.0.attn");
            Tensor qkv = QKV.value(); // [1,3,6]: two numbers of each head for q, two of each for k, then v
            float q = qkv.at(0, 2, 1);
            float k = qkv.at(0, 0, 3);
            Expect.close(Tensor.scalar(q * k), Tensor.scalar(steps.scores().at(0, 1, 2, 0)), 1e-6); // K = 1
            Expect.close(maps.get("h.0.attn"), steps.scores().plus(steps.mask()).softmax(), 1e-6);
            assertEquals(qkv.at(0, 1, 5), steps.v().at(0, 1, 1, 0));
            Expect.error("attention maps: none of h.7.attn, there are h.0.attn", () -> maps.steps("h.7.attn"));
        }
    }

    @Test
    void errorsNameWhatWasRecorded() {
        try (AttentionMaps maps = AttentionMaps.record()) {
            Expect.error("attention maps: none of h.0.attn, nothing was recorded", () -> maps.get("h.0.attn"));
            compute("h.0.attn");
            compute("h.1.attn");
            Expect.error("attention maps: none of h.7.attn, there are h.0.attn, h.1.attn", () -> maps.get("h.7.attn"));
        }
    }
}
