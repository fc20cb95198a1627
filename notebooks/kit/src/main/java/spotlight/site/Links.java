package spotlight.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Turns the links of one document of the repository into links between pages. */
final class Links {
    private final SiteMap map;
    private final Path root;
    private final Path source; // below the root
    private final Path page; // below the site
    private final List<String> problems;

    /** @param problems where broken links are told */
    Links(SiteMap map, Path root, String source, String page, List<String> problems) {
        this.map = map;
        this.root = root;
        this.source = Path.of(source);
        this.page = Path.of(page);
        this.problems = problems;
    }

    /** Whether a link leaves the site. */
    static boolean outside(String link) {
        return link.matches("[a-z]+:.*");
    }

    /** Whether the document is a page of the repository, whose web view names headings in a way of its own. */
    boolean ofRepository() {
        return source.toString().endsWith(".md");
    }

    /** The address to write, or empty if no page shows what it leads to. */
    Optional<String> rewrite(String link) {
        if (outside(link) || link.startsWith("#")) {
            return Optional.of(link);
        }
        String path = link.replaceFirst("#.*", "");
        Path target = source.resolveSibling(path).normalize();
        String name = target.toString().replace('\\', '/');
        if (!Files.exists(root.resolve(target))) {
            problems.add(source + ": the link " + link + " leads to " + name + ", which is not there");
            return Optional.empty();
        }
        String anchor = link.contains("#") ? link.substring(link.indexOf('#') + 1) : "";
        return map.page(name, anchor).map(this::relative);
    }

    /** From this page to another place of the site. */
    String relative(String place) {
        String file = place.replaceFirst("#.*", "");
        Path folder = page.getParent() == null ? Path.of("") : page.getParent();
        return folder.relativize(Path.of(file)).toString().replace('\\', '/') + place.substring(file.length());
    }
}
