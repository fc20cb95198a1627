package spotlight.grader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code 2.1}: chapter 2, exercise 1. Sorts by value, so that 2.10 follows 2.9.
 *
 * @param chapter the number of the notebook
 * @param index   counted from 1 within the chapter
 */
public record ExerciseNumber(int chapter, int index) implements Comparable<ExerciseNumber> {
    private static final Pattern START = Pattern.compile("(\\d+)\\.(\\d+)(\\s.*)?");

    /** @param title a number, with or without the exercise's name after it: {@code "2.1 One attention weight"} */
    public static ExerciseNumber of(String title) {
        Matcher matcher = START.matcher(title.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("exercise: \"" + title + "\" does not start with a number like 2.1");
        }
        return new ExerciseNumber(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** The chapter's tag and package: {@code ch02}. */
    public String tag() {
        return String.format("ch%02d", chapter);
    }

    @Override
    public int compareTo(ExerciseNumber other) {
        return chapter != other.chapter ? Integer.compare(chapter, other.chapter) : Integer.compare(index, other.index);
    }

    @Override
    public String toString() {
        return chapter + "." + index;
    }
}
