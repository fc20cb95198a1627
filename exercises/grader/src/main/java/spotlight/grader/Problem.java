package spotlight.grader;

/**
 * One error of the compiler.
 *
 * @param file    the file's name, without its folder
 * @param line    counted from 1, or 0 when it concerns no line
 * @param column  counted from 1, or 0
 * @param message the compiler's message
 * @param source  the text of that line, empty when there is none
 */
public record Problem(String file, long line, long column, String message, String source) {
    /** As a terminal shows it: place and message, then the line with a caret under the place. */
    public String text() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        text.append(": ").append(message);
        if (!source.isBlank()) {
            text.append('\n').append(excerpt());
        }
        return text.toString();
    }

    /** The source line and, below it, a caret under the place. */
    public String excerpt() {
        String caret = column < 1
                ? ""
                : '\n' + source.substring(0, (int) Math.min(column - 1, source.length()))
                        .replaceAll("[^\t]", " ") + '^';
        return source + caret;
    }
}
