package spotlight.data.reports;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A report and its headline.
 *
 * @param hurdles  what makes the headline hard to find; none if the first sentence has all of it
 * @param headline what happened, with the values that are true in the end
 * @param text     three to six sentences
 */
public record Report(Set<Hurdle> hurdles, String headline, String text) {

    /** What a reader has to master. */
    public enum Hurdle {
        /** The event does not stand in the first sentence. */
        LATE,
        /** What belongs into the headline is told in two sentences. */
        SPLIT,
        /** An event of the past is told as well, often of the same kind. */
        PAST,
        /** A later sentence corrects a number, a place or a name. */
        CORRECTED;

        /** Its name in the files and scores. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As it stands in the files: report, headline and hurdles, with tabs between them. */
    String line() {
        return text + "\t" + headline + "\t"
                + hurdles.stream().sorted().map(Hurdle::word).collect(Collectors.joining(" "));
    }
}
