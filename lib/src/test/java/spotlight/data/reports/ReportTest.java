package spotlight.data.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import spotlight.data.reports.Report.Hurdle;

class ReportTest {
    @Test
    void aLineHasTextHeadlineAndHurdlesInOrder() {
        Report report = new Report(Set.of(Hurdle.CORRECTED, Hurdle.LATE), "7 divers rescued near Kelby", "Hear, hear.");
        assertEquals("Hear, hear.\t7 divers rescued near Kelby\tlate corrected", report.line());
        assertEquals("Hear, hear.\tCat\t", new Report(Set.of(), "Cat", "Hear, hear.").line());
    }
}
