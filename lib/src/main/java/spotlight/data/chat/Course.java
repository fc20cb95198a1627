package spotlight.data.chat;

import java.util.List;
import java.util.Map;
import spotlight.data.chat.Draw.Proposal;

/** What this course is about: the facts of {@code course.tsv}. Held out are combinations of a fact and a wording. */
final class Course implements Topic {
    private static final Map<String, List<String>> WORDINGS = Map.of(
            "what", List.of("What is {x}?", "Explain {x}.", "Tell me what {x} is.", "Can you explain {x}?",
                    "What do you know about {x}?"),
            "for", List.of("What is {x} for?", "What does {x} do?", "Why do we need {x}?",
                    "What is the purpose of {x}?", "What do we use {x} for?"),
            "when", List.of("When was {x} published?", "In which year was {x} published?", "Tell me the year of {x}.",
                    "When did {x} come out?", "Which year is {x} from?"),
            "who", List.of("Who made {x}?", "Where does {x} come from?", "Tell me who made {x}.",
                    "Which company made {x}?"),
            "kind", List.of("What kind of model is {x}?", "Is {x} an encoder or a decoder?",
                    "Tell me what kind of model {x} is.", "Which part of a Transformer is {x}?"));

    /** The facts, one a line: kind of question, what it is about, answer. */
    private final List<String[]> facts = Resource.lines("course.tsv").stream().map(line -> line.split("\t")).toList();

    @Override
    public List<Exchange> talk(Draw draw) {
        return draw.first(() -> {
            String[] fact = draw.pick(facts);
            String question = draw.pick(WORDINGS.get(fact[0])).replace("{x}", fact[1]);
            return new Proposal(List.of(question), new Exchange("course", question, fact[2]));
        });
    }
}
