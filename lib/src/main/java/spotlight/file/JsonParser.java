package spotlight.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one JSON text from its first character to its last. */
final class JsonParser {
    /** Deeper than any file we read, and far less than a stack holds. */
    private static final int MAX_DEPTH = 100;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*+)(\\.[0-9]++)?+([eE][+-]?[0-9]++)?+");

    private final String text;
    private int at;
    private int depth;

    JsonParser(String text) {
        this.text = text;
    }

    Object parse() {
        Object value = value();
        skipSpaces();
        if (at < text.length()) {
            throw expected("the end");
        }
        return value;
    }

    private Object value() {
        skipSpaces();
        char c = at < text.length() ? text.charAt(at) : ' ';
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", Json.NULL);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        enter();
        Map<String, Object> members = new LinkedHashMap<>();
        if (!next('}')) {
            do {
                skipSpaces();
                int start = at;
                if (at == text.length() || text.charAt(at) != '"') {
                    throw expected("a name in quotes");
                }
                String name = string();
                if (members.containsKey(name)) {
                    throw error("name " + Json.kind(name) + " is there twice", start);
                }
                if (!next(':')) {
                    throw expected("':'");
                }
                members.put(name, value());
            } while (next(','));
            if (!next('}')) {
                throw expected("',' or '}'");
            }
        }
        depth--;
        return members;
    }

    private List<Object> array() {
        enter();
        List<Object> elements = new ArrayList<>();
        if (!next(']')) {
            do {
                elements.add(value());
            } while (next(','));
            if (!next(']')) {
                throw expected("',' or ']'");
            }
        }
        depth--;
        return elements;
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw error("nested deeper than " + MAX_DEPTH, at);
        }
        at++;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        int start = at++;
        int half = -1; // where half a pair of surrogates waits for the other
        while (at < text.length() && text.charAt(at) != '"') {
            int from = at++;
            char c = text.charAt(from);
            if (c < ' ') {
                throw error("control character in a string", from);
            }
            char read = c == '\\' ? escape() : c;
            if (half >= 0 != Character.isLowSurrogate(read)) {
                throw error("half a pair of surrogates", half >= 0 ? half : from);
            }
            half = Character.isHighSurrogate(read) ? from : -1;
            out.append(read);
        }
        if (at == text.length()) {
            throw error("a string without an end", start);
        }
        if (half >= 0) {
            throw error("half a pair of surrogates", half);
        }
        at++;
        return out.toString();
    }

    private char escape() {
        int which = at < text.length() ? "\"\\/nrtbf".indexOf(text.charAt(at)) : -1;
        if (which >= 0) {
            at++;
            return "\"\\/\n\r\t\b\f".charAt(which);
        }
        int code = at + 5 <= text.length() && text.charAt(at) == 'u' ? hex(at + 1) : -1;
        if (code < 0) {
            throw error("unknown escape", at - 1);
        }
        at += 5;
        return (char) code;
    }

    /** The value of four hexadecimal digits, or -1. */
    private int hex(int from) {
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            code = 16 * code + digit;
        }
        return code;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw expected("a value");
        }
        at += word.length();
        return value;
    }

    private Object number() {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw expected("a value");
        }
        int start = at;
        at = number.end();
        boolean integer = number.group(1) == null && number.group(2) == null;
        if (integer && at - start <= 20) {
            try {
                return Long.parseLong(number.group());
            } catch (NumberFormatException e) {
                // larger than a long: as a double below
            }
        }
        double value = Double.parseDouble(number.group());
        if (Double.isInfinite(value)) {
            throw error("number too large", start);
        }
        return value;
    }

    private boolean next(char c) {
        skipSpaces();
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void skipSpaces() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException expected(String what) {
        String got = at < text.length() ? Json.kind(Character.toString(text.codePointAt(at))) : "the end";
        return error("expected " + what + ", got " + got, at);
    }

    private static IllegalArgumentException error(String problem, int offset) {
        return new IllegalArgumentException("no JSON: " + problem + " at offset " + offset);
    }
}
