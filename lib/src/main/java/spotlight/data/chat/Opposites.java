package spotlight.data.chat;

import java.util.List;
import spotlight.data.chat.Draw.Proposal;

/** Opposites, in both directions. Held out are combinations of a word and a wording. */
final class Opposites implements Topic {
    private static final List<String> PAIRS = List.of("hot cold", "big small", "fast slow", "old new", "long short",
            "light dark", "full empty", "open closed", "wet dry", "high low", "strong weak", "rich poor", "hard soft",
            "happy sad", "loud quiet", "early late", "good bad", "thick thin", "near far", "clean dirty",
            "easy difficult",
            "right wrong", "warm cool", "true false");
    private static final List<String> WORDINGS = List.of("What is the opposite of {x}?", "Tell me the opposite of {x}.",
            "Which word means the opposite of {x}?", "What is not {x}, but the opposite?",
            "The opposite of {x}, please.",
            "Do you know the opposite of {x}?");

    @Override
    public List<Exchange> talk(Draw draw) {
        return draw.first(() -> {
            String[] pair = draw.pick(PAIRS).split(" ");
            int side = draw.number(0, 1);
            String question = draw.pick(WORDINGS).replace("{x}", pair[side]);
            return new Proposal(List.of(question), new Exchange("opposites", question,
                    "The opposite of " + pair[side] + " is " + pair[1 - side] + "."));
        });
    }
}
