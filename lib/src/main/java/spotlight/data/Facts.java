package spotlight.data;

import java.time.LocalDate;
import java.util.List;

/** Facts about Transformers, each with its source: {@code data/facts}. */
public final class Facts {
    private Facts() {
    }

    /**
     * A model, and when it became known.
     *
     * @param date                    of the source: its first version, or the announcement
     * @param kind                    {@code encoder}, {@code decoder} or {@code encoder-decoder}
     * @param parametersMillions      of the largest version; NaN where none was published
     * @param activeMillions          how many of them each token uses, if not all; else NaN
     * @param trainingTokensBillions  how much text it was trained on; NaN where the source does not say
     * @param source                  title of the paper or announcement
     */
    public record Milestone(LocalDate date, String name, String organisation, String kind, double parametersMillions,
            double activeMillions, double trainingTokensBillions, String whatWasNew, String source, String url) {
    }

    /**
     * What Transformers are used for, and how well.
     *
     * @param date   of the source
     * @param result what was measured or shown
     * @param source title of the paper or announcement
     */
    public record Application(LocalDate date, String field, String system, String result, String source, String url) {
    }

    /** Models from 2017 on, by date. */
    public static List<Milestone> timeline() {
        return Csv.read(DataFolder.find().resolve("facts/timeline.csv")).rows().stream()
                .map(row -> new Milestone(LocalDate.parse(row.get(0)), row.get(1), row.get(2), row.get(3),
                        number(row.get(4)), number(row.get(5)), number(row.get(6)), row.get(7), row.get(8), row.get(9)))
                .toList();
    }

    /** Applications by date. */
    public static List<Application> applications() {
        return Csv.read(DataFolder.find().resolve("facts/applications.csv")).rows().stream()
                .map(row -> new Application(LocalDate.parse(row.get(0)), row.get(1), row.get(2), row.get(3), row.get(4),
                        row.get(5)))
                .toList();
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
