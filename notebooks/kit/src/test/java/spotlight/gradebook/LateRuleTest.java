package spotlight.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LateRuleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "10 % a day, at most 50 % | PT0S    | 0",
            "10 % a day, at most 50 % | PT1S    | 10",
            "10 % a day, at most 50 % | PT24H   | 10",
            "10 % a day, at most 50 % | PT24H1S | 20",
            "10 % a day, at most 50 % | P30D    | 50",
            "40 % a day               | P5D     | 100",
            "1.5 % an hour            | PT90M   | 3",
            "5% per week              | P1D     | 5",
            "20 %                     | P9D     | 20",
            "none                     | P9D     | 0"})
    void aStepThatHasBegunCounts(String rule, String late, String percent) {
        assertEquals(percent, Decimal.text(LateRule.parse(rule).percentFor(Duration.parse(late))));
    }

    @Test
    void percentagesAreOfThePointsEarnedOrOfTheMaximum() {
        Duration day = Duration.ofDays(1);
        assertEquals("3", Decimal.text(LateRule.parse("10 % a day").deduction(points(30), points(100), day)));
        assertEquals("10", Decimal.text(LateRule.parse("10 % of the maximum a day")
                .deduction(points(30), points(100), day)));
        assertEquals("4", Decimal.text(LateRule.parse("10 % of the maximum a day")
                .deduction(points(4), points(100), day)), "never more than there are");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 % a day, at most 50 %", "20 %", "1.5 % an hour", "5 % of the maximum a week", "none"})
    void itsTextReadsAsItself(String rule) {
        assertEquals(rule, LateRule.parse(rule).text());
        assertEquals(LateRule.parse(rule), LateRule.parse(LateRule.parse(rule).text()));
    }

    @Test
    void whatIsNoRuleIsRefused() {
        assertEquals("late rule: \"ten a day\" is not like \"10 % a day, at most 50 %\"", message("ten a day"));
        assertEquals("late rule: \"120 % a day\" takes more than 100 %", message("120 % a day"));
    }

    private static String message(String rule) {
        return assertThrows(IllegalArgumentException.class, () -> LateRule.parse(rule)).getMessage();
    }

    private static BigDecimal points(long value) {
        return Decimal.of(value);
    }
}
