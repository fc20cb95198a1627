package spotlight.ch13;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("13.2 The memory of a model in use")
@Tag("ch13")
class ModelMemoryTest {
    @ParameterizedTest
    @CsvSource({"175e9,32", "175e9,16", "7e9,8", "70e9,4"})
    @Points(value = 1, hint = "A byte has 8 bits, a GB 10^9 bytes.")
    void theWeightsOfADenseModel(double parameters, int bits) {
        double expected = parameters * bits / 8e9;
        Verify.that("weights(" + parameters + ", " + parameters + ", " + bits + ")",
                ModelMemory.weights(parameters, parameters, bits))
                .suspect(() -> expected * 8, "these are gigabits: a byte has 8 bits")
                .suspect(() -> parameters * (bits / 8 * 8 == bits ? 1 : 0) * 4 / 1e9,
                        "4 bytes each, whatever the bits say")
                .suspect(() -> expected * 1e9 / (1L << 30), "divided by 2^30: GB means 10^9 bytes here")
                .suspect(() -> expected * 1e9, "these are bytes: asked for are GB")
                .equalTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"47e9,13e9,16", "671e9,37e9,8"})
    @Points(value = 2, hint = "Which experts will the next token use? Nobody knows yet.")
    void allExpertsHaveToBeThere(double parameters, double active, int bits) {
        Verify.that("weights of a mixture of experts, " + parameters + " parameters",
                ModelMemory.weights(parameters, active, bits))
                .suspect(() -> active * bits / 8e9,
                        "only the active parameters: the next token may use others, all of them have to be there")
                .suspect(() -> (parameters + active) * bits / 8e9,
                        "the active ones are counted twice: they are among all")
                .equalTo(parameters * bits / 8e9);
    }

    @ParameterizedTest
    @CsvSource({"96,96,128,2", "126,8,128,2", "12,12,64,4", "3,2,5,1"})
    @Points(value = 2, hint = "A key and a value, in each layer, for each head, headDim numbers each.")
    void theCacheOfOneToken(int layers, int kvHeads, int headDim, int bytes) {
        long expected = 0;
        for (int layer = 0; layer < layers; layer++) {
            for (int head = 0; head < kvHeads; head++) {
                expected += 2L * headDim * bytes; // key, value
            }
        }
        long all = expected;
        Verify.that("cachePerToken(" + layers + ", " + kvHeads + ", " + headDim + ", " + bytes + ")",
                ModelMemory.cachePerToken(layers, kvHeads, headDim, bytes))
                .suspect(() -> all / 2, "keys only, or values only: both are kept")
                .suspect(() -> all / layers, "this is one layer: each layer has keys and values of its own")
                .suspect(() -> all / kvHeads, "this is one head: each kvHead has keys and values of its own")
                .suspect(() -> all / bytes, bytes == 1 ? "" : "these are numbers, not bytes")
                .equalTo(all, 0);
    }

    @Test
    @Points(value = 1, hint = "Begin the product with 2L, and Java computes in long.")
    void veryLargeCaches() {
        Verify.that("cachePerToken(200, 20000, 256, 4)", ModelMemory.cachePerToken(200, 20_000, 256, 4))
                .suspect(() -> 2 * 200 * 20_000 * 256 * 4,
                        "the product ran over the range of an int: begin with a long")
                .equalTo(8_192_000_000.0, 0);
    }

    @ParameterizedTest
    @CsvSource({"360,350,4718592,2119", "80,14,131072,503540", "24,140,327680,0", "10,10,1000,0", "1.5,1,3,166666666"})
    @Points(value = 2, hint = "What is left over in bytes, divided by the bytes of a token, rounded down; never below 0.")
    void theLongestText(double memory, double weights, long bytesPerToken, long tokens) {
        Verify.that("longestText(" + memory + ", " + weights + ", " + bytesPerToken + ")",
                ModelMemory.longestText(memory, weights, bytesPerToken))
                .suspectIf(value -> value < 0, "negative: where the weights do not fit there is no text, 0 tokens")
                .suspect(() -> (long) (memory * 1e9 / bytesPerToken),
                        "the weights take their share first: subtract them")
                .suspect(() -> tokens + 1, "rounded up: the last token fits only in part")
                .suspect(() -> (long) ((memory - weights) / bytesPerToken), "GB are divided by bytes: 10^9 bytes each")
                .equalTo(tokens, 0);
    }
}
