package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;

class WeightsTest {
    private final Weights weights = new Weights();
    private final Weights layer = weights.in("encoder").in("layers.0");
    private final Var w = layer.parameter("linear1.weight", Tensor.zeros(4, 2));
    private final Var b = layer.parameter("linear1.bias", Tensor.zeros(4));
    private final Var fixed = weights.constant("positions", Tensor.zeros(3, 2));

    @Test
    void aViewSharesWithTheWhole() {
        assertSame(w, weights.get("encoder.layers.0.linear1.weight"));
        assertSame(w, layer.get("linear1.weight"));
        assertEquals("encoder.layers.0", layer.path());
        assertEquals("", weights.path());
        assertTrue(layer.has("linear1.bias") && !layer.has("positions"));
    }

    @Test
    void namesAreInTheOrderOfMaking() {
        assertEquals(List.of("encoder.layers.0.linear1.weight", "encoder.layers.0.linear1.bias", "positions"),
                List.copyOf(weights.all().keySet()));
        assertEquals(List.of("linear1.weight", "linear1.bias"), List.copyOf(layer.all().keySet()));
    }

    @Test
    void aPartIsNotOnlyTheBeginningOfAName() {
        weights.in("encoder").parameter("layers.01", Tensor.scalar(0));
        assertEquals(2, layer.all().size());
    }

    @Test
    void onlyParametersLearnAndEachCountsOnce() {
        weights.share("generator.weight", w);
        assertEquals(List.of(w, b), weights.params());
        assertEquals(12, weights.count());
        assertFalse(fixed.tracked());
    }

    @Test
    void tensorsAreTheValuesThemselves() {
        assertSame(w.value(), weights.tensors().get("encoder.layers.0.linear1.weight"));
        Tensor given = Tensor.vector(1, 2);
        assertSame(given, Weights.of(Map.of("a", given)).get("a").value());
    }

    @Test
    void loadCopiesEachValue() {
        Tensor one = Tensor.ones(4, 2);
        layer.load(Map.of("linear1.weight", one, "linear1.bias", Tensor.full(2, 4)));
        assertEquals(1, w.value().at(3, 1));
        assertEquals(2, b.value().at(3));
        assertTrue(w.value() != one);
    }

    @Test
    void whatDoesNotFitIsNotLoaded() {
        Map<String, Tensor> given = new LinkedHashMap<>(Map.of("linear1.weight", Tensor.ones(2, 4)));
        Expect.error("load: weight encoder.layers.0.linear1.weight [4,2] and its value [2,4] differ in shape",
                () -> layer.load(given));
        given.put("linear1.weight", Tensor.ones(4, 2));
        Expect.error("load: no value for weight encoder.layers.0.linear1.bias [4] among 1 tensors",
                () -> layer.load(given));
        given.put("linear1.bias", Tensor.ones(4));
        given.put("linear3.bias", Tensor.ones(5));
        Expect.error("load: the value linear3.bias [5] belongs to none of the 2 weights", () -> layer.load(given));
        assertEquals(0, w.value().at(0, 0));
    }

    @Test
    void errorsNameWhatThereIs() {
        Expect.error("weights: encoder.layers.0.linear1.bias exists already",
                () -> layer.parameter("linear1.bias", Tensor.zeros(4)));
        Expect.error("weights: no encoder.layers.0.linear2.bias, there are linear1.weight, linear1.bias",
                () -> layer.get("linear2.bias"));
        Expect.error("weights: no decoder.bias, there are none at all here", () -> weights.in("decoder").get("bias"));
        Weights many = new Weights();
        for (int i = 0; i < 14; i++) {
            many.parameter("w" + i, Tensor.scalar(0));
        }
        Expect.error("weights: no b, there are w0, w1, w2, w3, w4, w5, w6, w7, w8, w9, w10, w11 and 2 more",
                () -> many.get("b"));
    }
}
