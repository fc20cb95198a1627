package spotlight.data.chat;

import java.util.List;
import spotlight.data.chat.Draw.Proposal;

/** Questions that nobody could answer from what the model is told. Held out are combinations of question and word. */
final class Unknowable implements Topic {
    private static final String UNKNOWN = "I do not know.";
    private static final List<String> DAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
            "Sunday");
    private static final List<String> ABOUT_PEOPLE = List.of("How old is {x}?", "What does {x} think of you?",
            "What will {x} do tomorrow?", "How tall is {x}?", "What is {x} dreaming of?");
    private static final List<String> ABOUT_DAYS = List.of("What will the weather be on {x}?", "Will it rain on {x}?",
            "Who will win the match on {x}?", "What will happen on {x}?");
    private static final List<String> ABOUT_TOWNS = List.of("How many people live in {x}?", "Who is the mayor of {x}?",
            "Is it raining in {x}?", "How far away is {x}?");

    @Override
    public List<Exchange> talk(Draw draw) {
        return draw.first(() -> switch (draw.number(0, 2)) {
            case 0 -> proposal(draw.pick(ABOUT_PEOPLE), draw.pick(People.NAMES));
            case 1 -> proposal(draw.pick(ABOUT_DAYS), draw.pick(DAYS));
            default -> proposal(draw.pick(ABOUT_TOWNS), draw.pick(People.TOWNS));
        });
    }

    private static Proposal proposal(String wording, String x) {
        String question = wording.replace("{x}", x);
        return new Proposal(List.of(question), new Exchange("not known", question, UNKNOWN));
    }
}
