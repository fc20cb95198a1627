package spotlight.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text and Java sources as HTML. */
final class Html {
    private static final Pattern JAVA = Pattern.compile("(?s)(?<comment>/\\*.*?\\*/|//[^\n]*)"
            + "|(?<string>\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+')"
            + "|(?<number>\\b\\d[\\w.]*)"
            + "|(?<keyword>\\b(?:abstract|boolean|break|byte|case|catch|char|class|continue|default|do|double|else|enum"
            + "|extends|final|finally|float|for|if|implements|import|instanceof|int|interface|long|new|null|package"
            + "|permits|private|protected|public|record|return|sealed|short|static|super|switch|this|throw|throws|true"
            + "|false|try|var|void|while|yield)\\b)");

    private Html() {
    }

    /** Text that stands in HTML, in attributes too. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** A block of Java with its comments, strings, numbers and keywords marked. */
    static String java(String source) {
        StringBuilder html = new StringBuilder("<pre class=\"java\"><code>");
        Matcher token = JAVA.matcher(source);
        int from = 0;
        while (token.find()) {
            html.append(escape(source.substring(from, token.start()))).append("<span class=\"").append(kind(token))
                    .append("\">").append(escape(token.group())).append("</span>");
            from = token.end();
        }
        return html.append(escape(source.substring(from))).append("</code></pre>\n").toString();
    }

    private static String kind(Matcher token) {
        for (String kind : new String[] {"comment", "string", "number"}) {
            if (token.group(kind) != null) {
                return kind;
            }
        }
        return "keyword";
    }
}
