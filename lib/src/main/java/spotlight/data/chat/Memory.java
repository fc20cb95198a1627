package spotlight.data.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import spotlight.data.chat.Draw.Proposal;

/**
 * What the user says about themselves, and asks for later; other talk may come between. Held out are combinations of
 * what is said with the wording.
 */
final class Memory implements Topic {
    private static final String NOT_TOLD = "You have not told me.";
    private static final double TOLD = 0.85;

    private enum About {
        NAME(People.NAMES, List.of("My name is {x}.", "I am {x}.", "Call me {x}.", "Hello, I am {x}."),
                "Hello, {x}.", List.of("What is my name?", "Who am I?", "Do you know my name?", "What am I called?"),
                "Your name is {x}."), FOOD(People.FOODS,
                        List.of("I like {x}.", "I am fond of {x}.", "My favourite food is {x}."),
                        "So you like {x}.",
                        List.of("What do I like?", "What am I fond of?", "What is my favourite food?"),
                        "You like {x}."), TOWN(People.TOWNS,
                                List.of("I live in {x}.", "My home is in {x}.", "I have a house in {x}."),
                                "So you live in {x}.",
                                List.of("Where do I live?", "Where is my home?", "In which town do I live?"),
                                "You live in {x}."), WORK(People.WORKS,
                                        List.of("I am a {x}.", "I work as a {x}.", "My work is that of a {x}."),
                                        "So you are a {x}.",
                                        List.of("What is my work?", "What do I work as?", "Which work do I do?"),
                                        "You are a {x}.");

        final List<String> values;
        final List<String> statements;
        final String reply;
        final List<String> questions;
        final String answer;

        About(List<String> values, List<String> statements, String reply, List<String> questions, String answer) {
            this.values = values;
            this.statements = statements;
            this.reply = reply;
            this.questions = questions;
            this.answer = answer;
        }
    }

    /** First what the user says, then the questions about it, in another order. */
    @Override
    public List<Exchange> talk(Draw draw) {
        List<Exchange> said = new ArrayList<>();
        List<Exchange> asked = new ArrayList<>();
        for (About about : draw.some(List.of(About.values()), draw.number(1, 2))) {
            if (draw.happens(TOLD)) {
                said.addAll(draw.first(() -> statement(draw, about, draw.pick(about.values))));
                String value = lastWord(said.get(said.size() - 1).answer());
                asked.add(new Exchange("memory", draw.pick(about.questions), about.answer.replace("{x}", value)));
            } else {
                asked.add(new Exchange("not told", draw.pick(about.questions), NOT_TOLD));
            }
        }
        Collections.reverse(asked);
        said.addAll(asked);
        return said;
    }

    /** The last word of a sentence: what was said. */
    static String lastWord(String sentence) {
        return sentence.substring(sentence.lastIndexOf(' ') + 1, sentence.length() - 1);
    }

    private static Proposal statement(Draw draw, About about, String value) {
        String statement = draw.pick(about.statements).replace("{x}", value);
        return new Proposal(List.of(statement),
                new Exchange("told", statement, about.reply.replace("{x}", value)));
    }
}
