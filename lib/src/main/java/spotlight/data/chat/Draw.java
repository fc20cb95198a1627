package spotlight.data.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Random choices for one side: training, or what is held out. Each question is a combination of parts, such as two
 * numbers, or a fact and the wording of the question; a hash of the combination says to which side it belongs, so that
 * no held-out combination is ever learned from.
 */
final class Draw {
    private static final int ONE_IN = 8; // combinations is held out
    private final Random random;
    private final boolean heldOut;

    /**
     * A question before it is known on which side it belongs.
     *
     * @param combinations what is new about it: if one of them is held out, the question is
     * @param exchange     the question with its answer
     */
    record Proposal(List<String> combinations, Exchange exchange) {
    }

    Draw(Random random, boolean heldOut) {
        this.random = random;
        this.heldOut = heldOut;
    }

    /** Whether no training may see this combination. */
    static boolean isHeldOut(String combination) {
        return new SplittableRandom(combination.hashCode()).nextInt(ONE_IN) == 0;
    }

    /** Whether this belongs to this side. */
    boolean takes(String... combinations) {
        return Arrays.stream(combinations).anyMatch(Draw::isHeldOut) == heldOut;
    }

    /** The first proposal for this side. */
    List<Exchange> first(Supplier<Proposal> proposals) {
        while (true) {
            Proposal proposal = proposals.get();
            if (takes(proposal.combinations.toArray(String[]::new))) {
                return List.of(proposal.exchange);
            }
        }
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** So many different ones, in any order. */
    <T> List<T> some(List<T> list, int count) {
        List<T> left = new ArrayList<>(list);
        List<T> some = new ArrayList<>();
        while (some.size() < count) {
            some.add(left.remove(random.nextInt(left.size())));
        }
        return some;
    }

    /** Both bounds can come. */
    int number(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }
}
