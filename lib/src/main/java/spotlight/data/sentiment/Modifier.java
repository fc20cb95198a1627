package spotlight.data.sentiment;

import java.util.List;

/** What stands around an opinion word, a star being its place. */
enum Modifier {
    // stronger or weaker: the opinion stays
    REALLY("really *"), VERY("very *"), SO("so *"), RATHER("rather *"), EXTREMELY("extremely *"), QUITE(
            "quite *"), ABSOLUTELY("absolutely *"), TRULY("truly *"), SIMPLY("simply *"), JUST("just *"),
    // the opinion is turned round
    NOT("not *"), NOT_AT_ALL("not * at all"), NEVER("never *"), HARDLY("hardly *"), FAR_FROM(
            "far from *"), ANYTHING_BUT("anything but *"), BY_NO_MEANS("by no means *"), SHORT_NOT("n't *"),
    // the same for a whole clause
    WOULD_NOT_SAY("I would not say that *"), CANNOT_CLAIM("I can't claim that *"), NOT_TRUE(
            "it is not true that *"), NOBODY("nobody could say that *");

    static final List<Modifier> GRADED = List.of(REALLY, VERY, SO, RATHER, EXTREMELY, QUITE);
    static final List<Modifier> ABSOLUTE = List.of(REALLY, ABSOLUTELY, TRULY, SIMPLY, JUST);
    static final List<Modifier> OF_VERB = List.of(REALLY, ABSOLUTELY, TRULY, SIMPLY, JUST);
    static final List<Modifier> NOT_ADJECTIVE = List.of(NOT, NOT_AT_ALL, NEVER, HARDLY, FAR_FROM, ANYTHING_BUT,
            BY_NO_MEANS, SHORT_NOT);
    static final List<Modifier> NOT_VERB = List.of(NEVER, HARDLY, BY_NO_MEANS);
    /** They stand before a clause; "nobody" only where it is not about the writer. */
    static final List<Modifier> NOT_CLAUSE = List.of(WOULD_NOT_SAY, CANNOT_CLAIM, NOT_TRUE, NOBODY);
    static final List<Modifier> NOT_CLAUSE_OF_MINE = List.of(WOULD_NOT_SAY, CANNOT_CLAIM, NOT_TRUE);

    private final String pattern;

    Modifier(String pattern) {
        this.pattern = pattern;
    }

    /** What is modified in its place. */
    String around(String text) {
        return pattern.replace("*", text);
    }

    boolean negates() {
        return ordinal() >= NOT.ordinal();
    }

    /** The composition of this with an opinion. */
    Composition with(Opinion opinion) {
        return new Composition(negates() ? Composition.Kind.NEGATOR : Composition.Kind.INTENSIFIER, opinion.index(),
                ordinal());
    }

}
