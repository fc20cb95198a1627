package spotlight.data.reports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import spotlight.data.reports.Report.Hurdle;

/**
 * Writes a report: perhaps an opening and an older event, then the event in one sentence or two, details, and perhaps a
 * correction. The headline follows from the rules: the event that is not of the past, with the values that were said
 * last.
 */
final class ReportWriter {
    private static final double HALF = 0.5;
    private static final double THIRD = 1.0 / 3;
    private static final int FEWEST = 3;
    private static final int MOST = 6;

    private final Random random;

    ReportWriter(Random random) {
        this.random = random;
    }

    /** Something that is said wrongly at first. */
    private record Mistake(String place, String wrong, String right) {
    }

    Report write() {
        Facts facts = new Facts(random);
        Event event = facts.pick(Event.ALL);
        Set<Hurdle> hurdles = EnumSet.noneOf(Hurdle.class);
        facts.put("what", facts.pick(event.things()));
        if (event.names("{m}")) {
            facts.score();
        }
        Optional<Mistake> mistake = facts.happens(THIRD) ? Optional.of(mistake(facts, event)) : Optional.empty();
        List<String> told = tell(facts, event, hurdles);
        mistake.ifPresent(m -> {
            facts.put(m.place, m.right);
            told.add(correct(facts, event, m));
            hurdles.add(Hurdle.CORRECTED);
        });
        String headline = capital(facts.fill(event.headline()));
        List<String> sentences = around(facts, event, told, hurdles);
        return new Report(hurdles, headline, String.join(" ", sentences));
    }

    /** Chooses what is said wrongly, and says it so. */
    private Mistake mistake(Facts facts, Event event) {
        List<String> places = new ArrayList<>(List.of("town"));
        if (event.names("{who}")) {
            places.add("who");
        }
        if (!event.counted().isEmpty()) {
            places.add("n");
        }
        String place = facts.pick(places);
        String right = facts.value(place);
        return new Mistake(place, facts.put(place, facts.fresh(place)), right);
    }

    /** The event itself, in one sentence or in two. */
    private static List<String> tell(Facts facts, Event event, Set<Hurdle> hurdles) {
        List<String> told = new ArrayList<>();
        if (facts.happens(HALF)) {
            told.add(facts.fill(facts.pick(event.whole())));
            return told;
        }
        String first = facts.pick(event.first());
        told.add(facts.fill(first));
        told.add(facts.fill(event.rest().get(event.first().indexOf(first))));
        hurdles.add(Hurdle.SPLIT);
        return told;
    }

    private static String correct(Facts facts, Event event, Mistake mistake) {
        boolean number = mistake.place.equals("n") && facts.happens(HALF);
        return facts.fill(facts.pick(number ? Event.NEW_NUMBERS : Event.CORRECTIONS)
                .replace("{counted}", event.counted()).replace("{new}", mistake.right)
                .replace("{old}", mistake.wrong));
    }

    /** Details between what was told and behind it, an older event before it or at the end, an opening. */
    private List<String> around(Facts facts, Event event, List<String> told, Set<Hurdle> hurdles) {
        List<String> sentences = new ArrayList<>(told);
        if (facts.happens(THIRD)) {
            sentences.add(facts.happens(HALF) ? 0 : sentences.size(), past(facts, event));
            hurdles.add(Hurdle.PAST);
        }
        if (facts.happens(HALF)) {
            sentences.add(0, facts.fill(facts.pick(Event.OPENINGS)));
        }
        if (!sentences.get(0).equals(told.get(0))) {
            hurdles.add(Hurdle.LATE);
        }
        int length = FEWEST + random.nextInt(MOST - FEWEST + 1);
        int start = sentences.indexOf(told.get(0)) + 1;
        List<String> details = new ArrayList<>(Event.DETAILS);
        while (sentences.size() < length) {
            String detail = facts.pick(details);
            details.remove(detail);
            sentences.add(start + random.nextInt(sentences.size() - start + 1),
                    facts.forget("k", "other", "elsewhere").fill(detail));
        }
        return sentences.stream().map(ReportWriter::capital).toList();
    }

    /** An older event, of the same kind or of another, with values of its own. */
    private String past(Facts now, Event event) {
        Event older = now.happens(HALF) ? event : now.pick(Event.ALL);
        Facts then = new Facts(random);
        then.put("what", then.pick(older.things()));
        if (older.names("{m}")) {
            then.score();
        }
        return now.pick(Event.PAST) + " " + then.fill(then.pick(older.whole()));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
