package spotlight.bench;

import java.util.List;

/** One part of the benchmark. */
interface Section {

    /** Its name for -Dbench.only. */
    String name();

    /** Its heading. */
    String title();

    /** About how many seconds one round takes. */
    double seconds(Options options);

    /** Measures, with {@link Progress#begin} for each round. */
    void run(Setup setup, Report report);

    /** All of them, in the order of the report. */
    static List<Section> all() {
        return List.of(new GemmSection(), new ElementwiseSection(), new AttentionSection(), new TrainingSection(),
                new GenerationSection(), new ColdSection(), new JmhSection());
    }
}
