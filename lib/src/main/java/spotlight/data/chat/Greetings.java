package spotlight.data.chat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import spotlight.data.chat.Draw.Proposal;

/** Politeness, and questions about the assistant itself. Held out are combinations of words with what goes before. */
final class Greetings implements Topic {
    private static final List<String> BEFORE = List.of("", "Well, ", "So, ", "Now, ", "Oh, ", "Tell me, ", "Listen: ",
            "One thing: ");
    private static final Map<String, List<String>> REPLIES = new TreeMap<>(Map.of(
            "Hello. How can I help?", List.of("hello.", "hi.", "good morning.", "good evening.", "hello again."),
            "You are welcome.", List.of("thank you.", "thanks.", "thanks a lot.", "thank you very much."),
            "Goodbye.", List.of("goodbye.", "bye.", "bye for now.", "good night."),
            "I am a small GPT that was trained in this course.", List.of("who are you?", "what are you?",
                    "what is your name?", "what are you called?"),
            "No, I am a model.", List.of("are you a person?", "are you human?", "are you alive?"),
            "I answer questions about this course, opposites, days, and what you tell me.", List.of("what can you do?",
                    "what do you know?", "how can you help me?", "what can I ask you?"),
            "I learned from questions and answers.", List.of("how did you learn?", "how were you trained?",
                    "what did you learn from?"),
            "I choose one word after the other.", List.of("how do you answer?", "how do you write?",
                    "how do you find your words?")));

    private final List<String> replies = List.copyOf(REPLIES.keySet());

    @Override
    public List<Exchange> talk(Draw draw) {
        return draw.first(() -> {
            String reply = draw.pick(replies);
            String text = draw.pick(BEFORE) + draw.pick(REPLIES.get(reply));
            String question = Character.toUpperCase(text.charAt(0)) + text.substring(1);
            return new Proposal(List.of(question), new Exchange("greetings", question, reply));
        });
    }
}
