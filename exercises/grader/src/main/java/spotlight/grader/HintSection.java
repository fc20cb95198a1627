package spotlight.grader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a hint page, {@code exercises/hints/chNN.md}, says about one exercise. Its form is described in
 * {@code exercises/README.md}.
 *
 * @param title      number and title, {@code "2.1 One attention weight"}
 * @param difficulty one to three stars
 * @param importance one to three stars
 * @param minutes    how long it takes, about
 * @param hints      the texts, from a nudge to nearly the answer
 */
public record HintSection(String title, int difficulty, int importance, int minutes, List<String> hints) {
    private static final Pattern FACTS = Pattern
            .compile("(?m)^Difficulty: ([★☆]{3}) · Importance: ([★☆]{3}) · about (\\d+) minutes$");
    private static final Pattern HINT = Pattern
            .compile("(?s)<details>\\s*<summary>Hint (\\d)</summary>\n(.*?)</details>");

    /** A copy of the list is kept. */
    public HintSection {
        hints = List.copyOf(hints);
    }

    /**
     * The sections of a page, in its order. Headings that do not start with a number are left out.
     *
     * @throws IllegalArgumentException if a section lacks the line of facts or one of three hints
     */
    public static List<HintSection> parse(String page) {
        List<HintSection> sections = new ArrayList<>();
        String[] parts = page.replace("\r\n", "\n").split("(?m)^## ");
        for (String part : parts) {
            String title = part.lines().findFirst().orElse("").strip();
            if (title.matches("\\d+\\.\\d+ .*")) {
                sections.add(section(title, part));
            }
        }
        return sections;
    }

    private static HintSection section(String title, String text) {
        Matcher facts = FACTS.matcher(text);
        if (!facts.find()) {
            throw new IllegalArgumentException("hints of " + title
                    + ": no line like `Difficulty: ★★☆ · Importance: ★★★ · about 10 minutes`");
        }
        List<String> hints = new ArrayList<>();
        for (Matcher hint = HINT.matcher(text); hint.find();) {
            if (Integer.parseInt(hint.group(1)) != hints.size() + 1 || hint.group(2).isBlank()) {
                throw new IllegalArgumentException("hints of " + title + ": Hint " + (hints.size() + 1)
                        + " is missing, empty or out of order");
            }
            hints.add(hint.group(2).strip());
        }
        if (hints.size() != 3) {
            throw new IllegalArgumentException("hints of " + title + ": " + hints.size() + " hints, expected 3");
        }
        return new HintSection(title, stars(facts.group(1)), stars(facts.group(2)), Integer.parseInt(facts.group(3)),
                hints);
    }

    private static int stars(String text) {
        return (int) text.chars().filter(letter -> letter == '★').count();
    }
}
