package spotlight.ch12;

import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.model.Bert;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

/** What is expected is counted in a real model, weight by weight. */
@Exercise("12.6 Count the parameters")
@Tag("ch12")
class ParameterCountTest {

    @ParameterizedTest
    @CsvSource({"11,7,8,8", "11,7,3,8", "20,16,4,12", "9,5,6,6"})
    @Points(value = 2, hint = "Three tables and a norm, all E wide; then E to D with D biases, if the two differ.")
    void tablesAsCounted(int vocab, int context, int e, int d) {
        long widening = e == d ? 0 : e * d + d;
        long words = (long) vocab * e;
        long expected = counted(model(vocab, context, e, d, 6, 1, false), "bert.embeddings.", "bert.encoder.embedding");
        Verify.that("tables(" + vocab + ", " + context + ", " + e + ", " + d + ")",
                ParameterCount.tables(vocab, context, e, d))
                .suspect(() -> words + 4L * e + widening, "the table of places is missing: context rows")
                .suspect(() -> words + (context + 2L) * e + widening, "the two segments are missing: a table [2,E]")
                .suspect(() -> words + (context + 2L) * e + 2L * e,
                        "E to D is missing: a linear layer where E is not D")
                .suspect(() -> words + (context + 2L) * e + 2L * e + (long) e * d,
                        "E to D: the D biases are missing, or the layer is there though E is D")
                .suspect(() -> words + (context + 2L) * e + 2L * e + (long) e * d + d,
                        "E is D here: there is nothing to widen")
                .suspect(() -> words + (context + 2L) * e + 2L * d + widening,
                        "the norm comes before the widening: it has 2·E numbers")
                .suspect(() -> (vocab + context + 2L) * d + 2L * d + widening, "the tables are E wide, not D")
                .equalTo(expected, 0);
    }

    @ParameterizedTest
    @CsvSource({"8,12", "4,16", "6,5"})
    @Points(value = 2, hint = "4·(D·D + D), then D·F + F and F·D + D, then twice 2·D.")
    void oneLayerAsCounted(int d, int f) {
        long weights = 4L * d * d + 2L * d * f;
        long biases = 4L * d + f + d;
        Verify.that("layer(" + d + ", " + f + ")", ParameterCount.layer(d, f))
                .suspect(() -> weights + 4L * d, "the biases of the linear layers are missing: one for each output")
                .suspect(() -> weights + biases, "the two norms are missing: 2·D numbers each")
                .suspect(() -> weights + biases + 2L * d, "there are two norms in a layer, one behind each half")
                .suspect(() -> weights - (long) d * d + biases - d + 4L * d,
                        "the fourth matrix is missing: after query, key and value comes the output")
                .suspect(() -> weights + 4L * d + 2L * f + 4L * d,
                        "the layer from F back to D has D biases, not F")
                .equalTo(counted(model(11, 7, d, d, f, 1, false), "bert.encoder.layer."), 0);
    }

    @ParameterizedTest
    @CsvSource({"11,7,8,8,12,3,false", "11,7,8,8,12,3,true", "20,16,4,12,8,5,true", "20,16,4,12,8,5,false"})
    @Points(value = 2, hint = "Tables, pooler, and the layers: how many of them have weights of their own?")
    void wholeModelsAsCounted(int vocab, int context, int e, int d, int f, int layers, boolean shared) {
        Bert bert = model(vocab, context, e, d, f, layers, shared);
        long tables = counted(bert, "bert.embeddings.", "bert.encoder.embedding");
        long layer = counted(bert, "bert.encoder.layer.0.");
        long pooler = (long) d * d + d;
        Verify.that("total of " + layers + " layers, shared " + shared,
                ParameterCount.total(vocab, context, e, d, f, layers, shared))
                .suspect(() -> tables + (shared ? layers : 1) * layer + pooler,
                        shared
                                ? "the layers share their weights: they count once, however often they are used"
                                : "each layer has weights of its own here: all of them count")
                .suspect(() -> tables + (shared ? 1 : layers) * layer, "the pooler is missing: D·D + D")
                .suspect(() -> (shared ? 1 : layers) * layer + pooler, "the tables are missing")
                .equalTo(counted(bert, "bert."), 0);
    }

    @Test
    @Points(value = 1, hint = "2147483647 is the largest int. Begin with a long, before the first product.")
    void publishedModels() {
        whole("BERT-base", ParameterCount.total(30522, 512, 768, 768, 3072, 12, false), 109_482_240L);
        whole("ALBERT-base", ParameterCount.total(30000, 512, 128, 768, 3072, 12, true), 11_683_584L);
        whole("an ALBERT-xxlarge without sharing", ParameterCount.total(30000, 512, 128, 4096, 16384, 12, false),
                2_437_773_824L);
        whole("a layer of D 30000 and F 120000", ParameterCount.layer(30_000, 120_000), 10_800_390_000L);
        whole("tables of V 3000000 and E = D = 1000", ParameterCount.tables(3_000_000, 512, 1000, 1000),
                3_000_516_000L);
        whole("a pooler of D 50000 and little else", ParameterCount.total(1, 1, 1, 50_000, 1, 1, true),
                12_500_700_007L);
    }

    private static void whole(String name, long actual, long expected) {
        Verify.that(name, actual).suspectIf(value -> (int) value == value || (int) value == (int) expected,
                "the product ran over the range of an int: begin with a long").equalTo(expected, 0);
    }

    private static Bert model(int vocab, int context, int e, int d, int f, int layers, boolean shared) {
        Bert.Config config = new Bert.Config(vocab, context, layers, 1, d, f).withPooler().withEmbeddingSize(e);
        return Bert.init(shared ? config.withSharedLayers() : config, new TorchRandom(0));
    }

    /** The numbers in all weights whose names begin like one of these. */
    private static long counted(Bert bert, String... beginnings) {
        long sum = 0;
        for (Map.Entry<String, Tensor> weight : bert.weights().tensors().entrySet()) {
            for (String beginning : beginnings) {
                sum += weight.getKey().startsWith(beginning) ? weight.getValue().size() : 0;
            }
        }
        return sum;
    }
}
