package spotlight.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import spotlight.data.chat.Exchange;
import spotlight.model.Generator;
import spotlight.model.Gpt;
import spotlight.model.Sampler;

/**
 * A dialogue with a trained model. It reads all that was said before each answer, as far as that fits its context.
 *
 * <pre>{@code
 * Chat chat = Chat.of(Trained.load("chat").model("gpt"));
 * chat.say("My name is Anna.");     // Hello, Anna.
 * chat.say("What is my name?", System.out::print); // word by word
 * }</pre>
 */
public final class Chat {
    private final Gpt gpt;
    private final ChatFormat format;
    private final List<Exchange> dialogue = new ArrayList<>();
    private Sampler sampler = Sampler.greedy();

    /** Takes the most likely word each time. */
    public Chat(Gpt gpt, ChatFormat format) {
        this.gpt = gpt;
        this.format = format;
    }

    /** With what the training of {@link ChatTask} has kept. */
    public static Chat of(Model model) {
        return new Chat(ChatTask.gpt(model), ChatTask.format(model));
    }

    /** Chooses words in another way from now on. */
    public Chat sampler(Sampler other) {
        sampler = other;
        return this;
    }

    /** {@link #say(String, Consumer)} without telling of each word. */
    public String say(String text) {
        return say(text, word -> {
        });
    }

    /**
     * Says something, and hears the answer.
     *
     * @param text what the user says
     * @param each is told each piece of the answer as soon as it is chosen, the space before it included
     * @return the whole answer
     * @throws IllegalArgumentException if nothing is said, a word was never learned, or it is too long; the dialogue is
     *                                  then as it was before
     */
    public String say(String text, Consumer<String> each) {
        int[] prompt = format.prompt(dialogue, text, gpt.config().context() + 1 - ChatAnswers.LONGEST);
        StringBuilder said = new StringBuilder();
        List<Integer> ids = new ArrayList<>();
        new Generator(gpt).stop(format.end()).generate(prompt, ChatAnswers.LONGEST, sampler, id -> {
            ids.add(id);
            String now = format.decode(ids.stream().mapToInt(i -> i).toArray());
            each.accept(now.substring(said.length()));
            said.setLength(0);
            said.append(now);
        });
        dialogue.add(new Exchange("", text, said.toString()));
        return said.toString();
    }

    /** All that was said, the oldest first. */
    public List<Exchange> dialogue() {
        return List.copyOf(dialogue);
    }

    /** What a question would be read behind: the last exchanges, as many as fit the context with it. */
    public List<Exchange> remembered(String question) {
        int most = gpt.config().context() + 1 - ChatAnswers.LONGEST;
        int length = format.prompt(dialogue, question, most).length;
        return IntStream.rangeClosed(0, dialogue.size())
                .filter(from -> format.prompt(tail(from), question).length == length).mapToObj(this::tail).findFirst()
                .orElseThrow();
    }

    private List<Exchange> tail(int from) {
        return List.copyOf(dialogue.subList(from, dialogue.size()));
    }

    /** Begins anew. */
    public void forget() {
        dialogue.clear();
    }
}
