package spotlight.text;

/** Text in messages and in lines of a file: what cannot be seen is written as an escape. */
final class Show {
    private Show() {
    }

    /** In quotes, at most 40 characters of it. */
    static String quoted(String text) {
        boolean cut = text.codePointCount(0, text.length()) > 40;
        return "'" + escaped(cut ? text.substring(0, text.offsetByCodePoints(0, 40)) : text) + (cut ? "…'" : "'");
    }

    /** A character as {@code 'é' (U+00E9)}. */
    static String character(int codePoint) {
        return String.format("'%s' (U+%04X)", escaped(Character.toString(codePoint)), codePoint);
    }

    /** The place of a {@code char} index of a text: {@code line 2, column 7 of the text}, columns counting characters. */
    static String place(String text, int index) {
        String before = text.substring(0, index);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int start = before.lastIndexOf('\n') + 1;
        return "line " + line + ", column " + (1 + before.codePointCount(start, index)) + " of the text";
    }

    /**
     * One line without a line end: {@code \\}, <code>\n</code>, <code>\r</code>, <code>\t</code>, and a backslash, u
     * and four hexadecimal digits for other control characters and for half a pair of surrogates, which UTF-8 cannot
     * write.
     */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (hidden(c)) {
                        out.append(String.format("\\u%04x", c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    private static boolean hidden(int c) {
        return Character.isISOControl(c) || c <= 0xffff && Character.isSurrogate((char) c) || c == 0x2028
                || c == 0x2029 || c == 0xfeff;
    }

    /**
     * What {@link #escaped} wrote.
     *
     * @throws IllegalArgumentException if there is another escape
     */
    static String unescaped(String line) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            String rest = line.substring(i + 1);
            int which = rest.isEmpty() ? -1 : "\\nrt".indexOf(rest.charAt(0));
            if (which >= 0) {
                out.append("\\\n\r\t".charAt(which));
                i++;
            } else if (rest.matches("(?s)u[0-9a-fA-F]{4}.*")) {
                out.append((char) Integer.parseInt(rest.substring(1, 5), 16));
                i += 5;
            } else {
                throw new IllegalArgumentException("column " + (i + 1) + ": expected \\\\, \\n, \\r, \\t or \\u and "
                        + "four hexadecimal digits after a backslash");
            }
        }
        return out.toString();
    }
}
