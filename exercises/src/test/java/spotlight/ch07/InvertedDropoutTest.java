package spotlight.ch07;

import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("7.4 Dropout")
@Tag("ch07")
class InvertedDropoutTest {
    @Test
    @Points(value = 1, hint = "Kept numbers are divided by 1 - p = 0.8.")
    void theExampleOfTheTask() {
        verifyDrop("drop of the example", Tensor.vector(1, 2, 3, 4), Tensor.vector(1, 0, 1, 1), 0.2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.3, 0.75})
    @Points(value = 2, hint = "One coin for each number; kept where it is at least p.")
    void everyNumberHasItsCoin(double p) {
        Tensor expected = coins(p, 77, 20, 30);
        Tensor keep = InvertedDropout.keep(p, new Random(77), 20, 30);
        Verify.that("keep with p = " + p, keep)
                .suspect(() -> expected.map(kept -> 1 - kept),
                        "zeros and ones have changed places: p is the probability of a 0")
                .suspect(() -> perToken(p), "one coin decides for a whole token: each number needs its own")
                .suspect(() -> expected.dividedBy((float) (1 - p)),
                        "already scaled: keep holds ones and zeros, drop does the scaling")
                .suspect(() -> Tensor.ones(20, 30), "nothing is dropped")
                .equalTo(expected);
        Verify.that("keep, every coin being exactly p = " + p, InvertedDropout.keep(p, alwaysExactly(p), 3))
                .suspect(() -> Tensor.zeros(3), "a coin of exactly p keeps: at least p, not more than p")
                .equalTo(Tensor.ones(3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.3, 0.75})
    @Points(value = 2, hint = "What p of the numbers lose, the others must make up for: divide by 1 - p.")
    void theMeanIsKept(double p) {
        Tensor x = Tensor.of(new NumpyRandom(78).randn(2 * 5 * 8), 2, 5, 8);
        verifyDrop("drop with p = " + p, x, coins(p, 79, 2, 5, 8), p);
    }

    @Test
    @Points(value = 2, hint = "Training drops, evaluation hands x on as it is.")
    void evaluationChangesNothing() {
        double p = 0.4;
        Tensor x = Tensor.of(new NumpyRandom(80).randn(6 * 7), 6, 7);
        Random random = new Random(81);
        Tensor trained = dropped(x, coins(p, 81, 6, 7), p);
        Verify.that("apply in evaluation", InvertedDropout.apply(x, p, false, random))
                .suspect(() -> trained, "numbers are dropped in evaluation too: only training drops")
                .suspect(() -> x.times((float) (1 - p)),
                        "scaled by 1 - p in evaluation: training has scaled already, evaluation is left alone")
                .suspect(() -> x.dividedBy((float) (1 - p)), "scaled by 1 / (1 - p), although nothing was dropped")
                .equalTo(x);
        Verify.that("the next coin after evaluation", random.nextDouble())
                .suspectIf(next -> next != new Random(81).nextDouble(), "evaluation has thrown coins")
                .equalTo(new Random(81).nextDouble(), 0);
        Verify.that("apply in training", InvertedDropout.apply(x, p, true, new Random(81)))
                .suspect(() -> x, "nothing is dropped in training")
                .suspect(() -> x.times(coins(p, 81, 6, 7)), "the kept numbers do not grow: use your own drop")
                .equalTo(trained);
    }

    private static void verifyDrop(String what, Tensor x, Tensor keep, double p) {
        Tensor kept = x.times(keep);
        Verify.that(what, InvertedDropout.drop(x, keep, p))
                .suspect(() -> kept, "the kept numbers do not grow: the mean sinks to 1 - p of what it was")
                .suspect(() -> kept.times((float) (1 - p)), "the kept numbers shrink: divide by 1 - p, not times")
                .suspectIf(y -> p > 0 && y.close(kept.dividedBy((float) p), 1e-5),
                        "divided by p: it is the kept share, 1 - p, that counts")
                .suspect(() -> x.dividedBy((float) (1 - p)), "nothing is dropped: keep is not used")
                .suspect(() -> kept.plus((float) p), "p is added: the kept numbers are to grow by a factor")
                .equalTo(dropped(x, keep, p));
    }

    private static Tensor dropped(Tensor x, Tensor keep, double p) {
        return x.times(keep).dividedBy((float) (1 - p));
    }

    private static Tensor coins(double p, int seed, int... shape) {
        Random random = new Random(seed);
        return Tensor.zeros(shape).map(zero -> random.nextDouble() < p ? 0 : 1);
    }

    private static Random alwaysExactly(double p) {
        return new Random() {
            @Override
            public double nextDouble() {
                return p;
            }
        };
    }

    private static Tensor perToken(double p) {
        return coins(p, 77, 20, 1).plus(Tensor.zeros(20, 30));
    }
}
