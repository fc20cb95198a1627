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
    void errorsNameWhatWasRecorded() {
        try (AttentionMaps maps = AttentionMaps.record()) {
            Expect.error("attention maps: none of h.0.attn, nothing was recorded", () -> maps.get("h.0.attn"));
            compute("h.0.attn");
            compute("h.1.attn");
            Expect.error("attention maps: none of h.7.attn, there are h.0.attn, h.1.attn", () -> maps.get("h.7.attn"));
        }
    }
}
