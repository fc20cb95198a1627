package spotlight.task;

import java.util.SplittableRandom;

/** Letters are to be written in the order of the alphabet, each as often as it is there: {@code spot>opst}. */
public final class SortTask extends RuleTask {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 12;

    @Override
    public String name() {
        return "sort";
    }

    @Override
    public String title() {
        return "a character GPT sorts " + SHORTEST + " to " + LONGEST + " letters";
    }

    @Override
    public int seconds() {
        return 40;
    }

    @Override
    String question(SplittableRandom random) {
        return CopyTask.letters(random, SHORTEST, LONGEST) + ">";
    }

    @Override
    public String answer(String question) {
        StringBuilder sorted = new StringBuilder();
        question.chars().filter(c -> c != '>').sorted().forEach(c -> sorted.append((char) c));
        return sorted.toString();
    }

    @Override
    String signs() {
        return ">abcdefghijklmnopqrstuvwxyz";
    }

    @Override
    int longestQuestion() {
        return LONGEST + 1;
    }

    @Override
    int longestAnswer() {
        return LONGEST;
    }

    @Override
    Size size(boolean quick) {
        return quick ? new Size(2, 32, 64, 100, 3e-3) : new Size(2, 64, 64, 4000, 3e-3);
    }
}
