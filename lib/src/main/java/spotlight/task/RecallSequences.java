package spotlight.task;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import spotlight.model.Gpt;

/**
 * Sequences in which something has to be remembered. Each of 4 people puts down one of 16 things, somewhere among tokens
 * that mean nothing; now and then, and by the last token always, it is asked what one of them has put down. How far back
 * that was is the distance. There is one right answer, and a guess is right once in 16 times.
 *
 * @param ids     tokens [B,T], row by row
 * @param answers [B,T]: the thing, below {@link #THINGS}, behind a question, {@link Gpt#IGNORE} behind other tokens
 * @param tokens  T
 */
record RecallSequences(int[] ids, int[] answers, int tokens) {
    /** How many things there are; a guess is right with a probability of 1 / 16. */
    static final int THINGS = 16;
    private static final int PEOPLE = 4;
    private static final int FILLINGS = 8;
    private static final int SHORTEST = 16;
    private static final int ONE_IN = 4; // of the tokens without meaning is a question instead
    private static final int QUESTION = PEOPLE * THINGS; // ids: p THINGS + t for "p puts down t", questions, filling
    private static final int FILLING = QUESTION + PEOPLE;
    static final int VOCAB = FILLING + FILLINGS;

    /** The length of sequences for distances up to the greatest, in whole steps of the shortest one. */
    static int longest(int greatest) {
        return SHORTEST * (greatest / SHORTEST + 1);
    }

    /** A batch of one length, short or long, with all distances that fit. */
    static RecallSequences toLearn(SplittableRandom random, int batch, int longest) {
        double length = SHORTEST * Math.pow((double) longest / SHORTEST, random.nextDouble());
        int tokens = SHORTEST * (int) Math.ceil(length / SHORTEST); // few different ones: arrays can be used again
        return write(batch, tokens, () -> random.nextInt(1, tokens), random);
    }

    /** Sequences of one length, always the same; the last question is about what is so far back. */
    static RecallSequences toMeasure(int distance, int batch, int tokens) {
        return write(batch, tokens, () -> distance, new SplittableRandom(-distance));
    }

    private static RecallSequences write(int batch, int tokens, IntSupplier distance,
            SplittableRandom random) {
        int[] ids = new int[batch * tokens];
        int[] answers = new int[ids.length];
        Arrays.fill(answers, Gpt.IGNORE);
        for (int b = 0; b < batch; b++) {
            write(random, ids, answers, b * tokens, tokens, distance.getAsInt());
        }
        return new RecallSequences(ids, answers, tokens);
    }

    private static void write(SplittableRandom random, int[] ids, int[] answers, int start, int tokens, int distance) {
        int[] things = random.ints(PEOPLE, 0, THINGS).toArray();
        int asked = random.nextInt(PEOPLE); // at the end
        int[] putting = places(random, tokens, asked, tokens - 1 - distance);
        int[] before = new int[PEOPLE]; // who has put down something
        int many = 0;
        for (int t = 0; t < tokens; t++) {
            boolean last = t == tokens - 1;
            if (putting[t] >= 0) {
                ids[start + t] = putting[t] * THINGS + things[putting[t]];
                before[many++] = putting[t];
            } else if (last || many > 0 && random.nextInt(ONE_IN) == 0) {
                int person = last ? asked : before[random.nextInt(many)];
                ids[start + t] = QUESTION + person;
                answers[start + t] = things[person];
            } else {
                ids[start + t] = FILLING + random.nextInt(FILLINGS);
            }
        }
    }

    /** Who puts something down at each token, or -1; one of them at a given place. */
    private static int[] places(SplittableRandom random, int tokens, int one, int place) {
        int[] putting = new int[tokens];
        Arrays.fill(putting, -1);
        putting[place] = one;
        for (int p = 0; p < PEOPLE; p++) {
            int free = place;
            while (p != one && putting[free] >= 0) {
                free = random.nextInt(tokens - 1);
            }
            putting[free] = p == one ? putting[free] : p;
        }
        return putting;
    }

    /** The tokens of the sequences {@code from..to-1}. */
    int[] ids(int from, int to) {
        return Arrays.copyOfRange(ids, from * tokens, to * tokens);
    }

    /** Their answers. */
    int[] answers(int from, int to) {
        return Arrays.copyOfRange(answers, from * tokens, to * tokens);
    }

    /** How many questions each sequence has. */
    int[] questions() {
        return IntStream.range(0, ids.length / tokens)
                .map(b -> (int) Arrays.stream(answers(b, b + 1)).filter(answer -> answer >= 0).count()).toArray();
    }

    /** The answer to the last question of each sequence {@code from..to-1}. */
    int[] last(int from, int to) {
        return IntStream.range(from, to).map(b -> answers[(b + 1) * tokens - 1]).toArray();
    }

    /** A sequence to be read: {@code A7} puts down thing 7, {@code A?} asks for it, and a point means nothing. */
    String text(int b) {
        return Arrays.stream(ids(b, b + 1)).mapToObj(RecallSequences::token).collect(Collectors.joining(" "));
    }

    private static String token(int id) {
        if (id >= FILLING) {
            return ".";
        }
        int person = id >= QUESTION ? id - QUESTION : id / THINGS;
        return (char) ('A' + person) + (id >= QUESTION ? "?" : "" + id % THINGS);
    }
}
