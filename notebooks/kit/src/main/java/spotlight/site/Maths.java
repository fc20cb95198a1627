package spotlight.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleSession;

/**
 * Formulas between dollar signs become MathML, which browsers draw without a script. They are taken out before Markdown
 * is read, which would see emphasis in them, and put back behind it.
 */
final class Maths {
    private static final Pattern CODE_OR_FORMULA = Pattern
            .compile("(?s)```.*?```|`[^`\n]*`|\\$\\$(.+?)\\$\\$|\\$(?=\\S)([^$\n]+?)(?<=\\S)\\$(?!\\d)");
    private static final char OPEN = '\uE000'; // private use: no text has it
    private static final char CLOSE = '\uE001';

    private final SnuggleEngine engine = new SnuggleEngine();
    private final List<String> formulas = new ArrayList<>();
    private final List<String> problems;

    /** @param problems where formulas that cannot be drawn are told */
    Maths(List<String> problems) {
        this.problems = problems;
    }

    /** The text with a mark for each formula. */
    String takeOut(String markdown) {
        Matcher matcher = CODE_OR_FORMULA.matcher(markdown);
        return matcher.replaceAll(found -> {
            boolean code = found.group(1) == null && found.group(2) == null;
            if (code) {
                return Matcher.quoteReplacement(found.group());
            }
            formulas.add(mathml(found.group().strip()));
            return "" + OPEN + (formulas.size() - 1) + CLOSE;
        });
    }

    /** The formulas in their places. */
    String putBack(String html) {
        return Pattern.compile(OPEN + "(\\d+)" + CLOSE).matcher(html)
                .replaceAll(mark -> Matcher.quoteReplacement(formulas.get(Integer.parseInt(mark.group(1)))));
    }

    private String mathml(String latex) {
        SnuggleSession session = engine.createSession();
        try {
            session.parseInput(new SnuggleInput(latex.replace("\\text{", "\\mbox{").replace("\\dots", "\\ldots")));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it reads from memory
        }
        String xml = session.buildXMLString();
        if (!session.getErrors().isEmpty() || xml == null) {
            problems.add("the formula " + latex + " cannot be drawn: " + session.getErrors());
            return "<code>" + Html.escape(latex) + "</code>";
        }
        return xml;
    }
}
