package spotlight.data.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A short text about some people, and questions about it in both directions: what somebody has, and who has something.
 * Some ask for what the text does not say; the right answer is then that nobody can know. Held out are texts.
 */
final class Reading implements Topic {
    static final String UNKNOWN = "I do not know.";
    private static final int MOST = 4; // statements
    private static final int QUESTIONS = 6;
    private static final double NOT_SAID = 0.2;
    private static final double AGAIN = 0.2;
    private static final List<String> AGAIN_WORDINGS = List.of("Tell me all of that again.", "What have I told you?",
            "Say it in your words.");

    private record Statement(Relation relation, String name, String other) {
        String text() {
            return relation + " " + name + " " + other;
        }
    }

    @Override
    public List<Exchange> talk(Draw draw) {
        List<Statement> facts;
        do {
            facts = facts(draw);
        } while (!draw.takes(facts.stream().map(Statement::text).collect(Collectors.joining(" "))));
        List<Exchange> exchanges = new ArrayList<>();
        String opening = facts.stream().map(fact -> fact.relation.state(draw, fact.name, fact.other) + " ")
                .collect(Collectors.joining());
        Set<String> asked = new HashSet<>();
        int questions = draw.number(1, QUESTIONS);
        while (exchanges.size() < questions) {
            Exchange next = next(draw, facts);
            if (asked.add(next.question())) {
                exchanges.add(new Exchange(next.topic(), opening + next.question(), next.answer()));
                opening = "";
            }
        }
        return exchanges;
    }

    private static Exchange next(Draw draw, List<Statement> facts) {
        if (draw.happens(AGAIN)) {
            return new Exchange("reading, all", draw.pick(AGAIN_WORDINGS), facts.stream()
                    .map(fact -> fact.relation.answer(fact.name, fact.other)).collect(Collectors.joining(" ")));
        }
        return draw.happens(NOT_SAID) ? notSaid(draw, facts) : said(draw, draw.pick(facts));
    }

    /** Nobody has two things of a kind, and nothing belongs to two people. */
    private static List<Statement> facts(Draw draw) {
        int count = draw.number(1, MOST);
        List<Relation> relations = draw.some(Relation.ALL, draw.number(1, 2));
        List<String> names = draw.some(Relation.NAMES, count);
        List<Statement> facts = new ArrayList<>();
        while (facts.size() < count) {
            Relation relation = draw.pick(relations);
            Statement fact = new Statement(relation, draw.pick(names), draw.pick(relation.others()));
            if (facts.stream().noneMatch(known -> known.relation == relation
                    && (known.name.equals(fact.name) || known.other.equals(fact.other)))) {
                facts.add(fact);
            }
        }
        return facts;
    }

    private static Exchange said(Draw draw, Statement fact) {
        boolean who = draw.happens(0.5);
        return new Exchange(who ? "reading, who" : "reading, what",
                fact.relation.ask(draw, who, fact.name, fact.other), fact.relation.answer(fact.name, fact.other));
    }

    private static Exchange notSaid(Draw draw, List<Statement> facts) {
        while (true) {
            boolean who = draw.happens(0.5);
            Relation relation = draw.pick(Relation.ALL);
            String name = draw.pick(Relation.NAMES);
            String other = draw.pick(relation.others());
            if (facts.stream().noneMatch(fact -> fact.relation == relation
                    && (who ? fact.other.equals(other) : fact.name.equals(name)))) {
                return new Exchange("not said", relation.ask(draw, who, name, other), UNKNOWN);
            }
        }
    }
}
