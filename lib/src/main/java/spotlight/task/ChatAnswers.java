package spotlight.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import spotlight.data.chat.Exchange;
import spotlight.grad.Var;
import spotlight.model.Generator;
import spotlight.model.Gpt;
import spotlight.model.Sampler;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;

/**
 * What a model answers to many questions, each asked behind the right dialogue: an earlier mistake costs nothing twice.
 *
 * @param questions of all dialogues, with the right answers
 * @param given     the model's answer to each
 * @param prompts   what it read before it answered
 */
public record ChatAnswers(List<Exchange> questions, List<String> given, List<int[]> prompts) {
    /** The most tokens of an answer, its end included. */
    public static final int LONGEST = 24;

    /** Asks all questions of these dialogues; the model takes the most likely word each time. */
    public static ChatAnswers of(Gpt gpt, ChatFormat format, List<List<Exchange>> dialogues) {
        return of(gpt, format, dialogues, Sampler.greedy());
    }

    /** The same with words that are chosen in another way. */
    public static ChatAnswers of(Gpt gpt, ChatFormat format, List<List<Exchange>> dialogues, Sampler sampler) {
        List<Exchange> questions = new ArrayList<>();
        List<int[]> prompts = new ArrayList<>();
        for (List<Exchange> dialogue : dialogues) {
            for (int i = 0; i < dialogue.size(); i++) {
                questions.add(dialogue.get(i));
                prompts.add(format.prompt(dialogue.subList(0, i), dialogue.get(i).question(),
                        gpt.config().context() + 1 - LONGEST));
            }
        }
        int[][] written = new Generator(gpt).stop(format.end()).generate(prompts.toArray(int[][]::new), LONGEST,
                sampler);
        return new ChatAnswers(List.copyOf(questions), Arrays.stream(written).map(format::decode).toList(),
                List.copyOf(prompts));
    }

    /** Whether the answer to a question is right, word for word. */
    public boolean right(int question) {
        return questions.get(question).answer().equals(given.get(question));
    }

    /** How many of these questions are answered correctly, in percent; NaN if there are none. */
    public double percent(Predicate<Exchange> which) {
        int[] those = IntStream.range(0, questions.size()).filter(i -> which.test(questions.get(i))).toArray();
        return 100.0 * Arrays.stream(those).filter(this::right).count() / those.length;
    }

    /** How likely the model thinks each of its answers: the product of the probabilities of its words and its end. */
    public double[] probabilities(Gpt gpt, ChatFormat format) {
        double[] probabilities = new double[given.size()];
        Workers.run(given.size(), i -> probabilities[i] = probability(gpt, prompts.get(i),
                format.answer(given.get(i))));
        return probabilities;
    }

    /** The product of the probabilities of these tokens behind a text. */
    static double probability(Gpt gpt, int[] prompt, int[] answer) {
        int[] all = Arrays.copyOf(prompt, prompt.length + answer.length);
        System.arraycopy(answer, 0, all, prompt.length, answer.length);
        try (Var.Scope off = Var.noGrad()) {
            Tensor logs = gpt.logits(Arrays.copyOf(all, all.length - 1), 1).logSoftmax().value(); // [1,T,V]
            int vocab = gpt.config().vocab();
            return Math.exp(IntStream.range(prompt.length, all.length)
                    .mapToDouble(t -> logs.data()[(t - 1) * vocab + all[t]]).sum());
        }
    }
}
