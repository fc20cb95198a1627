package spotlight.ch07;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("7.2 Find the bug: std + eps")
@Tag("ch07")
class StdPlusEpsTest {
    private static final float EPS = 1e-5f;

    @ParameterizedTest
    @ValueSource(floats = {1e-3f, 3e-3f, 1e-2f})
    @Points(value = 2, hint = "eps is added before the root is taken, not after.")
    void quietTokensAreRight(float size) {
        Tensor x = Tensor.of(new NumpyRandom(75).randn(2 * 3 * 6), 2, 3, 6).times(size);
        Tensor centred = x.minus(x.mean(-1).unsqueeze(-1));
        Tensor variance = centred.square().mean(-1).unsqueeze(-1);
        Verify.that("mended, tokens of size " + size, StdPlusEps.mended(x, EPS))
                .suspect(() -> centred.dividedBy(variance.sqrt().plus(EPS)),
                        "this is still the published formula: eps is added to the standard deviation")
                .suspect(() -> centred.dividedBy(variance.plus(EPS)),
                        "the root is gone: divide by the root of variance plus eps")
                .suspect(() -> centred.dividedBy(variance.plus(EPS).sqrt().plus(EPS)),
                        "eps is added twice, inside the root and outside")
                .suspect(() -> centred.dividedBy(variance.plus(EPS * EPS).sqrt()),
                        "eps is squared: under the root stands eps itself")
                .suspect(() -> centred.dividedBy(variance.sqrt()), "eps is gone: a constant token would become NaN")
                .suspect(() -> centred.dividedBy(variance.sqrt().plus((float) Math.sqrt(EPS))),
                        "the root of a sum is not the sum of the roots: add first, then take the root")
                .suspect(() -> x.dividedBy(variance.plus(EPS).sqrt()), "the mean is no longer subtracted")
                .equalTo(x.layerNorm(Tensor.ones(6), Tensor.zeros(6), EPS));
    }

    @ParameterizedTest
    @CsvSource({"0.01,1e-4", "1,1e-5", "0.001,1e-5", "0.1,0.5", "3e-6,1e-12"})
    @Points(value = 3, hint = "Same numerator in both: compare what they divide by.")
    void factorComparesTheDivisors(double std, double eps) {
        double published = std + eps;
        double mended = Math.sqrt(std * std + eps);
        Verify.that("factor(" + std + ", " + eps + ")", StdPlusEps.factor(std, eps))
                .suspect(() -> published / mended,
                        "that is the other way round: who divides by less has the larger output")
                .suspect(() -> Math.sqrt(std + eps) / published,
                        "under the root stands the variance, the square of std")
                .suspect(() -> mended - published, "that is the difference of the divisors; a factor is their ratio")
                .suspect(() -> mended / std, "the published divisor is std + eps, not std")
                .suspect(() -> std / published, "eps is missing under the root")
                .suspect(() -> 1, "the two are not equal: eps of a variance weighs more than eps of a std")
                .equalTo(mended / published, 1e-9);
    }

    @Test
    @Points(value = 1, hint = "Let std be 0 in both divisors and see what is left.")
    void worstCaseIsTheLimit() {
        for (double eps : new double[] {1e-5, 1e-12, 0.01, 4}) {
            Verify.that("worstFactor(" + eps + ")", StdPlusEps.worstFactor(eps))
                    .suspect(() -> 1 / eps, "the mended divisor does not become 1 but sqrt(eps)")
                    .suspect(() -> Math.sqrt(eps), "that is what remains of the mended divisor: divide it by the other")
                    .suspect(() -> 1, "the two do not come close to each other: one divisor goes to sqrt(eps), the "
                            + "other to eps")
                    .equalTo(1 / Math.sqrt(eps), 1e-9);
        }
    }
}
