package spotlight.data.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The grammar of reviews. A clause is an opinion about something, perhaps intensified or turned round; a review is one
 * clause, two that agree, or two that a {@link Connective} sets against each other, perhaps between sentences that say
 * nothing.
 */
final class ReviewWriter {
    private static final double VERB = 0.25; // how often an opinion is a verb
    private static final double SECOND = 0.3; // how often one clause is followed by another that agrees
    private static final double NEUTRAL = 0.35; // how often a sentence without opinion comes before, and after

    private final Random random;
    private final boolean heldOut;

    /**
     * @param heldOut whether what a review tests is new, or nothing in it is
     */
    ReviewWriter(Random random, boolean heldOut) {
        this.random = random;
        this.heldOut = heldOut;
    }

    /** A review that means this, and shows this phenomenon. */
    Review write(Phenomenon phenomenon, boolean positive) {
        while (true) {
            Domain domain = pick(Domain.ALL);
            List<Composition> compositions = new ArrayList<>();
            String opinion = sentences(domain, phenomenon, positive, compositions);
            String text = neutral(domain, "", " ") + capital(opinion) + "." + neutral(domain, " ", "");
            if (compositions.stream().allMatch(c -> allowed(c, phenomenon)) && varied(compositions)) {
                return new Review(positive, phenomenon, text);
            }
        }
    }

    private boolean allowed(Composition composition, Phenomenon phenomenon) {
        return heldOut ? composition.heldOut() || !phenomenon.tests(composition.kind()) : !composition.heldOut();
    }

    /** Whether two clauses are about two things, and at most one of them says "I". */
    private static boolean varied(List<Composition> compositions) {
        int[] about = compositions.stream().filter(c -> c.kind() == Composition.Kind.ASPECT)
                .mapToInt(Composition::partner).toArray();
        int adjectives = Domain.about(Domain.ALL.get(0).objects().get(0)); // aspects come before objects
        return about.length < 2 || about[0] != about[1] && (about[0] < adjectives || about[1] < adjectives);
    }

    private String sentences(Domain domain, Phenomenon phenomenon, boolean positive, List<Composition> compositions) {
        if (!phenomenon.connectives().isEmpty()) {
            return opposed(domain, phenomenon, positive, compositions);
        }
        String first = clause(domain, phenomenon, positive, Optional.empty(), compositions);
        boolean simple = phenomenon == Phenomenon.PLAIN || phenomenon == Phenomenon.INTENSIFIED;
        return simple && random.nextDouble() < SECOND
                ? first + " and " + clause(domain, phenomenon, positive, Optional.empty(), compositions)
                : first;
    }

    private String opposed(Domain domain, Phenomenon phenomenon, boolean positive, List<Composition> compositions) {
        Connective connective = pick(phenomenon.connectives());
        Phenomenon[] inside = {Phenomenon.PLAIN, Phenomenon.PLAIN};
        if (phenomenon == Phenomenon.NEGATED_CONTRAST) {
            int which = random.nextInt(3); // the first, the second, both
            inside[0] = which == 1 ? Phenomenon.PLAIN : Phenomenon.NEGATION;
            inside[1] = which == 0 ? Phenomenon.PLAIN : Phenomenon.NEGATION;
        } else if (random.nextDouble() < SECOND) {
            inside[random.nextInt(2)] = Phenomenon.INTENSIFIED;
        }
        String[] clauses = new String[2];
        for (int place = 0; place < 2; place++) {
            boolean says = connective.decides(place) == positive;
            clauses[place] = clause(domain, inside[place], says, Optional.of(connective.ordinal()), compositions);
        }
        return connective.join(clauses[0], clauses[1]);
    }

    /** A clause that means this, by itself or beside another. */
    private String clause(Domain domain, Phenomenon form, boolean means, Optional<Integer> connective,
            List<Composition> compositions) {
        boolean outer = form == Phenomenon.DOUBLE_NEGATION
                || form == Phenomenon.NEGATION && random.nextInt(3) == 0; // "I would not say that …"
        boolean inner = form == Phenomenon.DOUBLE_NEGATION || form == Phenomenon.NEGATION && !outer;
        boolean praises = means ^ outer ^ inner;
        boolean verb = random.nextDouble() < VERB;
        Opinion opinion = pick(verb ? Opinion.verbs(praises) : Opinion.adjectives(domain, praises));
        List<Modifier> inside = new ArrayList<>();
        if (inner) {
            inside.add(pick(opinion.kind().negators()));
        } else if (form == Phenomenon.INTENSIFIED) {
            inside.add(pick(opinion.kind().intensifiers()));
        }
        String text = verb
                ? mine(domain, opinion, inside, compositions)
                : stated(domain, opinion, inside, compositions);
        inside.forEach(modifier -> compositions.add(modifier.with(opinion)));
        connective.ifPresent(c -> compositions.add(new Composition(Composition.Kind.CONNECTIVE, opinion.index(), c)));
        if (!outer) {
            return text;
        }
        Modifier before = pick(verb ? Modifier.NOT_CLAUSE_OF_MINE : Modifier.NOT_CLAUSE);
        compositions.add(before.with(opinion));
        return before.around(text);
    }

    /** {@code I really loved every minute}. */
    private String mine(Domain domain, Opinion opinion, List<Modifier> inside, List<Composition> compositions) {
        String object = pick(domain.objects());
        compositions.add(new Composition(Composition.Kind.ASPECT, opinion.index(), Domain.about(object)));
        return "I " + modified(opinion, inside) + " " + object;
    }

    /** {@code the plot was not thin}. */
    private String stated(Domain domain, Opinion opinion, List<Modifier> inside, List<Composition> compositions) {
        String noun = pick(domain.aspects());
        compositions.add(new Composition(Composition.Kind.ASPECT, opinion.index(), Domain.about(noun)));
        String verb = noun.endsWith("+") ? "were" : "was";
        String space = inside.contains(Modifier.SHORT_NOT) ? "" : " "; // wasn't
        return "the " + noun.replace("+", "") + " " + verb + space + modified(opinion, inside);
    }

    private static String modified(Opinion opinion, List<Modifier> inside) {
        String text = opinion.word();
        for (Modifier modifier : inside) {
            text = modifier.around(text);
        }
        return text;
    }

    private String neutral(Domain domain, String before, String after) {
        if (random.nextDouble() >= NEUTRAL) {
            return "";
        }
        return before + pick(domain.neutral()).replace("WHEN", pick(Domain.WHEN)).replace("WHO", pick(Domain.WHO))
                .replace("NUMBER", pick(Domain.NUMBER)) + after;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
