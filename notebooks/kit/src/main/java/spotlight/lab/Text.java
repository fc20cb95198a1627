package spotlight.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

/** Text as a notebook holds it: one string, or a list of lines that keep their line breaks. */
final class Text {

    private Text() {
    }

    /** The whole text of either form; empty for none. */
    static String of(JsonElement element) {
        if (element == null || element.isJsonNull()) {
            return "";
        }
        if (!element.isJsonArray()) {
            return element.getAsString();
        }
        StringBuilder text = new StringBuilder();
        element.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }

    /** The list form, which gives readable differences in git. */
    static JsonArray lines(String text) {
        JsonArray lines = new JsonArray();
        int from = 0;
        while (from < text.length()) {
            int to = text.indexOf('\n', from) + 1;
            lines.add(text.substring(from, to == 0 ? text.length() : to));
            from = to == 0 ? text.length() : to;
        }
        return lines;
    }

    /** What a terminal would show: in each line, a carriage return starts over and longer old text stays behind. */
    static String overwritten(String text) {
        if (text.indexOf('\r') < 0) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        for (String line : text.replace("\r\n", "\n").split("(?<=\n)")) {
            boolean broken = line.endsWith("\n");
            StringBuilder screen = new StringBuilder();
            for (String piece : (broken ? line.substring(0, line.length() - 1) : line).split("\r")) {
                screen.replace(0, Math.min(piece.length(), screen.length()), piece);
            }
            shown.append(screen).append(broken ? "\n" : "");
        }
        return shown.toString();
    }

    /** Without the colours and cursor movements of a terminal. */
    static String plain(String text) {
        return text.replaceAll("\u001B\\[[0-9;?]*[A-Za-z]", "");
    }
}
