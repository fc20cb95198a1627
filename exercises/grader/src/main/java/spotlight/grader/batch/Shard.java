package spotlight.grader.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import spotlight.grader.handin.Submission;

/**
 * One of several equal parts of a class, for several machines.
 *
 * @param index counted from 1
 * @param of    how many parts there are
 */
public record Shard(int index, int of) {
    /** Everything. */
    public static final Shard ALL = new Shard(1, 1);

    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,5})/([1-9]\\d{0,5})");

    /** @throws IllegalArgumentException if there is no such part */
    public Shard {
        if (index < 1 || index > of) {
            throw new IllegalArgumentException(
                    "shard " + index + "/" + of + ": the first of three is 1/3, the last 3/3");
        }
    }

    /** @param text {@code 1/3} @throws IllegalArgumentException if it does not look like that */
    public static Shard of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("shard " + text + ": the first of three is 1/3, the last 3/3");
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Every {@code of}-th submission: each belongs to exactly one shard. @param all sorted by id */
    public List<Submission> part(List<Submission> all) {
        List<Submission> part = new ArrayList<>();
        for (int i = index - 1; i < all.size(); i += of) {
            part.add(all.get(i));
        }
        return part;
    }

    @Override
    public String toString() {
        return index + "/" + of;
    }
}
