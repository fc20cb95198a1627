package spotlight.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as notebooks and repositories have it, with tables, HTML and formulas. */
final class Markdown {
    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());
    private static final Pattern LINK = Pattern.compile("<a(\\s(?:[^>]*?\\s)?)href=\"([^\"]*)\"([^>]*)>(.*?)</a>",
            Pattern.DOTALL);

    private static final Pattern HEADING = Pattern.compile("<h[1-6] id=\"([^\"]*)\">");

    private final Parser parser = Parser.builder().extensions(TABLES).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(TABLES)
            .attributeProviderFactory(context -> Markdown::anchor)
            .nodeRendererFactory(JavaBlocks::new).build();
    private final List<String> problems;

    /** @param problems where formulas and links that do not work are told */
    Markdown(List<String> problems) {
        this.problems = problems;
    }

    /** As HTML, with the links of its document rewritten. */
    String html(String text, Links links) {
        Maths maths = new Maths(problems);
        String html = maths.putBack(renderer.render(parser.parse(maths.takeOut(text))));
        return relinked(links.ofRepository() ? withRepositoryAnchors(html) : html, links);
    }

    /** Headings get the anchor of a repository's web view, too: small letters, no punctuation, - for each space. */
    private static String withRepositoryAnchors(String html) {
        return HEADING.matcher(html).replaceAll(heading -> Matcher.quoteReplacement(heading.group() + "<span id=\""
                + heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_-]", "") + "\"></span>"));
    }

    /** HTML with its links rewritten; one that no page answers becomes plain text. */
    static String relinked(String html, Links links) {
        return LINK.matcher(html).replaceAll(link -> Matcher.quoteReplacement(links.rewrite(link.group(2))
                .map(address -> "<a" + link.group(1) + "href=\"" + address + "\"" + link.group(3) + ">" + link.group(4)
                        + "</a>")
                .orElse(link.group(4))));
    }

    /** What Jupyter calls a heading, so that links to it work here too. */
    private static void anchor(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading) {
            attributes.put("id", words(node).replace(' ', '-'));
        }
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }

    /** Blocks of Java in colours. */
    private record JavaBlocks(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public java.util.Set<Class<? extends Node>> getNodeTypes() {
            return java.util.Set.of(FencedCodeBlock.class);
        }

        @Override
        public void render(Node node) {
            FencedCodeBlock block = (FencedCodeBlock) node;
            context.getWriter().raw("java".equals(block.getInfo())
                    ? Html.java(block.getLiteral())
                    : "<pre><code>" + Html.escape(block.getLiteral()) + "</code></pre>\n");
        }
    }
}
