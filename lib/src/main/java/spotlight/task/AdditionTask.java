package spotlight.task;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Two numbers of three digits are to be added: {@code 347+582=9290}. The answer has its last digit first, as one adds
 * on paper: each digit then depends on two digits and a carry that was just written, and not on all that follows.
 *
 * <p>Of all 10^6 sums, 2,000 pairs of numbers are held out in both orders, so that 582+347 does not give 347+582 away.
 */
public final class AdditionTask extends RuleTask {
    private static final int NUMBERS = 1000;
    private static final int PAIRS = 2_000;
    private static final Set<Integer> HELD_OUT = heldOutPairs();

    @Override
    public String name() {
        return "addition";
    }

    @Override
    public String title() {
        return "a character GPT adds two numbers of 3 digits";
    }

    @Override
    public int seconds() {
        return 30;
    }

    /** {@code 1000 a + b} for the smaller number a and the larger number b. */
    private static Set<Integer> heldOutPairs() {
        SplittableRandom random = new SplittableRandom(0);
        Set<Integer> pairs = new TreeSet<>();
        while (pairs.size() < PAIRS) {
            int a = random.nextInt(NUMBERS);
            int b = random.nextInt(NUMBERS);
            if (a < b) {
                pairs.add(a * NUMBERS + b);
            }
        }
        return new HashSet<>(pairs);
    }

    /** {@code 047+582=}. */
    private static String question(int a, int b) {
        return String.valueOf(NUMBERS + a).substring(1) + "+" + String.valueOf(NUMBERS + b).substring(1) + "=";
    }

    @Override
    String question(SplittableRandom random) {
        return question(random.nextInt(NUMBERS), random.nextInt(NUMBERS));
    }

    @Override
    public String answer(String question) {
        int sum = Integer.parseInt(question.substring(0, 3)) + Integer.parseInt(question.substring(4, 7));
        return new StringBuilder().append(10 * NUMBERS + sum).reverse().substring(0, 4);
    }

    @Override
    public boolean isHeldOut(String question) {
        int a = Integer.parseInt(question.substring(0, 3));
        int b = Integer.parseInt(question.substring(4, 7));
        return HELD_OUT.contains(Math.min(a, b) * NUMBERS + Math.max(a, b));
    }

    @Override
    public List<String> heldOut() {
        return HELD_OUT.stream().sorted().flatMap(pair -> Stream
                .of(question(pair / NUMBERS, pair % NUMBERS), question(pair % NUMBERS, pair / NUMBERS))).toList();
    }

    @Override
    String signs() {
        return "+0123456789=";
    }

    @Override
    int longestQuestion() {
        return 8;
    }

    @Override
    int longestAnswer() {
        return 4;
    }

    @Override
    Size size(boolean quick) {
        return quick ? new Size(2, 32, 64, 100, 3e-3) : new Size(2, 64, 64, 8000, 3e-3);
    }
}
