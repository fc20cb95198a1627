package spotlight.task;

import java.util.SplittableRandom;

/** Letters are to be written once more: {@code spotlight>spotlight}. The first thing attention is good at. */
public final class CopyTask extends RuleTask {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 16;

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public String title() {
        return "a character GPT copies " + SHORTEST + " to " + LONGEST + " letters";
    }

    @Override
    public int seconds() {
        return 30;
    }

    @Override
    String question(SplittableRandom random) {
        return letters(random, SHORTEST, LONGEST) + ">";
    }

    /** So many random letters, every number of them as often as every other. */
    static String letters(SplittableRandom random, int shortest, int longest) {
        StringBuilder letters = new StringBuilder();
        for (int n = random.nextInt(shortest, longest + 1); n > 0; n--) {
            letters.append((char) random.nextInt('a', 'z' + 1));
        }
        return letters.toString();
    }

    @Override
    public String answer(String question) {
        return question.substring(0, question.length() - 1);
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
        return quick ? new Size(2, 32, 64, 100, 3e-3) : new Size(2, 64, 64, 3000, 3e-3);
    }
}
