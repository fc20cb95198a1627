package spotlight.data.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import spotlight.text.Words;

/** Writes dialogues: one talk or several after the other, and at times one of what the user said around them. */
final class DialogueWriter {
    /** The most words of a dialogue, a mark before each question and each answer and one at its end included. */
    static final int LONGEST = 140;
    private static final int MARKS = 3; // of an exchange
    private static final double REMEMBERS = 0.25;
    private static final int TALKS = 4;

    /** Those with more to learn come more often. */
    private static final List<Topic> TOPICS = List.of(new Order(), new Order(), new Order(), new Fibonacci(),
            new Fibonacci(), new Opposites(), new Opposites(), new Course(), new Course(), new Course(),
            new Greetings(), new Unknowable());

    private final Draw draw;
    private final Memory memory = new Memory();

    DialogueWriter(Random random, boolean heldOut) {
        draw = new Draw(random, heldOut);
    }

    List<Exchange> write() {
        while (true) {
            List<Exchange> dialogue = draw.happens(REMEMBERS)
                    ? around(talks(draw.number(0, 2)))
                    : talks(draw.number(1, TALKS));
            if (!dialogue.isEmpty() && length(dialogue) <= LONGEST) {
                return dialogue;
            }
        }
    }

    /** About different topics. */
    private List<Exchange> talks(int count) {
        Set<Class<?>> seen = new HashSet<>();
        List<Exchange> exchanges = new ArrayList<>();
        while (seen.size() < count) {
            Topic topic = draw.pick(TOPICS);
            if (seen.add(topic.getClass())) {
                exchanges.addAll(topic.talk(draw));
            }
        }
        return exchanges;
    }

    /** What the user said is asked for in the end; nothing of it is said of another in between. */
    private List<Exchange> around(List<Exchange> middle) {
        List<Exchange> memories = memory.talk(draw);
        List<Exchange> said = memories.stream().filter(exchange -> !exchange.question().endsWith("?")).toList();
        List<Exchange> asked = memories.stream().filter(exchange -> exchange.question().endsWith("?")).toList();
        Set<String> words = middle.stream().flatMap(exchange -> Words.split(exchange.question()).stream())
                .collect(Collectors.toSet());
        if (said.stream().anyMatch(exchange -> words.contains(Memory.lastWord(exchange.answer())))) {
            return List.of();
        }
        List<Exchange> all = new ArrayList<>(said);
        all.addAll(middle);
        all.addAll(asked);
        return all;
    }

    static int length(List<Exchange> dialogue) {
        return dialogue.stream().mapToInt(exchange -> MARKS + Words.split(exchange.question()).size()
                + Words.split(exchange.answer()).size()).sum();
    }
}
