package spotlight.ch13;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("13.1 The cost of a training")
@Tag("ch13")
class TrainingCostTest {
    @ParameterizedTest
    @CsvSource({"175e9,300e9", "70e9,1.4e12", "10,3"})
    @Points(value = 1, hint = "6 operations for each parameter and each token.")
    void sixForEachParameterAndToken(double parameters, double tokens) {
        double expected = parameters * tokens * (2 + 4); // forward, backward
        Verify.that("flops(" + parameters + ", " + tokens + ") / 1e9", TrainingCost.flops(parameters, tokens) / 1e9)
                .suspect(() -> expected / 3e9, "only forward: going back for the gradients takes twice as much again")
                .suspect(() -> expected / 6e9,
                        "one operation for each parameter and token: there are 2 forward, 4 backward")
                .equalTo(expected / 1e9);
    }

    @ParameterizedTest
    @CsvSource({"3.15e23,1000,312e12,0.4", "3.8e25,16000,989e12,0.4", "8.64e16,1,1e12,1", "1e20,3,5e13,0.25"})
    @Points(value = 2, hint = "All processors together do processors · peak · utilisation operations a second.")
    void daysOnManyProcessors(double flops, int processors, double peak, double utilisation) {
        double seconds = flops / processors / peak / utilisation;
        Verify.that("days(" + flops + ", " + processors + ", " + peak + ", " + utilisation + ")",
                TrainingCost.days(flops, processors, peak, utilisation))
                .suspect(() -> seconds, "these are seconds: a day has 24 · 3600 of them")
                .suspect(() -> seconds / 3600, "these are hours: a day has 24 of them")
                .suspect(() -> seconds / 86_400 * utilisation,
                        "at the full peak: with a utilisation below 1 it takes longer")
                .suspect(() -> seconds / 86_400 * utilisation * utilisation,
                        "a lower utilisation makes it shorter here: divide by it")
                .suspect(() -> seconds / 86_400 * processors, "this is one processor alone: they share the work")
                .equalTo(seconds / 86_400);
    }

    @ParameterizedTest
    @CsvSource({"3.286e24,2.788e6,989e12", "3.8e25,30.84e6,989e12", "3.6e15,1,1e12"})
    @Points(value = 2, hint = "What was needed, divided by what the processors could have done in that time.")
    void utilisationFromTheBill(double flops, double hours, double peak) {
        double expected = flops / hours / 3600 / peak;
        Verify.that("utilisation(" + flops + ", " + hours + ", " + peak + ")",
                TrainingCost.utilisation(flops, hours, peak))
                .suspect(() -> 1 / expected, "upside down: needed divided by possible, it cannot be above 1")
                .suspect(() -> expected * 3600, "the peak is per second, the bill in hours: 3600 seconds each")
                .suspect(() -> expected * 60, "an hour has 3600 seconds, not 60")
                .equalTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"5.76e23", "1.2e10", "1e20"})
    @Points(value = 2, hint = "C = 6 N D and D = 20 N: put the second into the first and solve for N.")
    void theBestSize(double flops) {
        double size = TrainingCost.bestSize(flops);
        double spent = 6 * size * 20 * size / flops; // 1 if the budget is spent exactly
        Verify.that("the share of a budget of " + flops + " that bestSize(...) spends with 20 tokens per parameter",
                spent)
                .suspectIf(share -> near(size, flops / 120),
                        "the square root is missing: tokens grow with the parameters, so the cost grows with N²")
                .suspectIf(share -> near(size, Math.sqrt(flops / 6)),
                        "as many tokens as parameters: it takes 20 for each")
                .suspectIf(share -> near(size, Math.sqrt(flops / 20)), "the 6 of 6 N D is missing")
                .suspectIf(share -> near(size, 20 * Math.sqrt(flops / 120)),
                        "these are the tokens: asked for are the parameters")
                .equalTo(1);
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= 1e-6 * Math.abs(b);
    }
}
