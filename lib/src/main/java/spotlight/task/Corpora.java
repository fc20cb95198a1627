package spotlight.task;

import java.util.List;
import spotlight.data.Corpus;
import spotlight.data.chat.Dialogues;
import spotlight.data.reports.Reports;
import spotlight.data.sentiment.Reviews;
import spotlight.data.stories.Stories;
import spotlight.data.translation.TranslationCorpus;

/** All data that can be written anew: {@code ./lab data}. */
public final class Corpora {
    private static final List<Corpus> ALL = List.of(new Stories(), new TranslationCorpus(), new Reviews(),
            new Reports(), new Dialogues());

    private Corpora() {
    }

    /** In the order of the tasks that learn from them. */
    public static List<Corpus> all() {
        return ALL;
    }
}
