package spotlight.file;

import java.util.List;
import java.util.Map;

/** Writes JSON; with an indent, each member stands on its own line. */
record JsonWriter(StringBuilder out, String indent) {
    /** One value; {@code line} is the line end and the indentation of where it stands, empty to write no lines. */
    void write(Object value, String line) {
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> member : map.entrySet()) {
                out.append(separator).append(line).append(indent);
                string(member.getKey().toString());
                out.append(indent.isEmpty() ? ":" : ": ");
                write(member.getValue(), line + indent);
                separator = ",";
            }
            out.append(map.isEmpty() ? "{}" : line + "}");
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object element : list) {
                out.append(separator).append(line).append(indent);
                write(element, line + indent);
                separator = ",";
            }
            out.append(list.isEmpty() ? "[]" : line + "]");
        } else if (value instanceof String text) {
            string(text);
        } else {
            out.append(value);
        }
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int escape = "\"\\\n\r\t\b\f".indexOf(c);
            if (escape >= 0) {
                out.append('\\').append("\"\\nrtbf".charAt(escape));
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
