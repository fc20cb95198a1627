package spotlight.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactsTest {
    private final List<Facts.Milestone> timeline = Facts.timeline();
    private final List<Facts.Application> applications = Facts.applications();

    private static void sourced(String what, String source, String url) {
        assertTrue(source.length() > 3 && !source.isBlank(), what + " has no source");
        assertTrue(url.matches("https://[a-z0-9.-]+/\\S+"), what + ": " + url);
    }

    /** An arXiv number begins with year and month: 1706 is June 2017. One of the last days may get the next month's. */
    private static void dated(String what, LocalDate date, String url) {
        if (url.startsWith("https://arxiv.org/abs/")) {
            String number = url.substring(22, 26);
            assertTrue(number.equals(month(date)) || number.equals(month(date.plusDays(4))), what + ": " + number);
        }
    }

    private static String month(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("yyMM"));
    }

    @Test
    void everyRowHasASource() {
        timeline.forEach(each -> sourced(each.name(), each.source(), each.url()));
        applications.forEach(each -> sourced(each.system(), each.source(), each.url()));
    }

    @Test
    void datesAgreeWithTheirSources() {
        timeline.forEach(each -> dated(each.name(), each.date(), each.url()));
        applications.forEach(each -> dated(each.system(), each.date(), each.url()));
    }

    @Test
    void datesAreInOrder() {
        assertEquals(timeline.stream().map(Facts.Milestone::date).sorted().toList(),
                timeline.stream().map(Facts.Milestone::date).toList());
        assertEquals(applications.stream().map(Facts.Application::date).sorted().toList(),
                applications.stream().map(Facts.Application::date).toList());
        assertEquals(LocalDate.of(2017, 6, 12), timeline.get(0).date());
        assertEquals(2025, timeline.get(timeline.size() - 1).date().getYear());
    }

    @Test
    void namesDifferAndKindsAreKnown() {
        Set<String> names = new HashSet<>();
        for (Facts.Milestone each : timeline) {
            assertTrue(names.add(each.name()), each.name());
            assertTrue(Set.of("encoder", "decoder", "encoder-decoder").contains(each.kind()), each.name());
            assertTrue(!each.organisation().isBlank() && !each.whatWasNew().isBlank(), each.name());
        }
    }

    @Test
    void sizesAreKnownOrMissingNeverGuessed() {
        for (Facts.Milestone each : timeline) {
            assertTrue(Double.isNaN(each.parametersMillions()) || each.parametersMillions() >= 60, each.name());
            assertTrue(Double.isNaN(each.activeMillions()) || each.activeMillions() < each.parametersMillions(),
                    each.name());
            assertTrue(Double.isNaN(each.trainingTokensBillions()) || each.trainingTokensBillions() >= 100,
                    each.name());
        }
        for (String secret : List.of("ChatGPT", "GPT-4", "GPT-4o", "OpenAI o1", "GPT-5", "Gemini")) {
            assertTrue(timeline.stream().filter(each -> each.name().equals(secret))
                    .allMatch(each -> Double.isNaN(each.parametersMillions())), secret);
        }
    }
}
