package spotlight.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks through written pages: every link leads somewhere, every picture has words, nothing is asked for from outside. */
final class SiteCheck {
    private static final Pattern SCRIPT = Pattern.compile("(?s)<(script|style)\\b[^>]*>.*?</\\1>");
    private static final Pattern LINK = Pattern.compile("<a\\s[^>]*?href=\"([^\"]*)\"");
    private static final Pattern ASKED = Pattern
            .compile(
                    "<(?:img|script|iframe|source|video|audio|embed)\\s[^>]*?src=\"([^\"]*)\"|<link\\s[^>]*?href=\"([^\"]*)\"");
    private static final Pattern PICTURE = Pattern.compile("<img\\b(?:[^>\"]|\"[^\"]*\")*>");
    private static final Pattern WORDS = Pattern.compile("\\balt=\"[^\"]+\"");
    private static final Pattern ANCHOR = Pattern.compile("\\b(?:id|name)=\"([^\"]*)\"");

    private final Path site;
    private final Map<Path, Set<String>> anchors = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    SiteCheck(Path site) {
        this.site = site;
    }

    /** What is wrong, page by page. The javadoc tool answers for its own pages: they are only led to. */
    List<String> problems() throws IOException {
        List<Path> pages;
        try (Stream<Path> tree = Files.walk(site)) {
            pages = tree.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !site.relativize(file).startsWith("javadoc")).sorted().toList();
        }
        for (Path page : pages) {
            check(page);
        }
        return problems;
    }

    private void check(Path page) throws IOException {
        String html = Files.readString(page);
        String shown = SCRIPT.matcher(html).replaceAll("<$1>");
        for (Matcher picture = PICTURE.matcher(shown); picture.find();) {
            if (!WORDS.matcher(picture.group()).find()) {
                tell(page, "a picture has no words: " + shortened(picture.group()));
            }
        }
        for (Matcher asked = ASKED.matcher(html); asked.find();) {
            String address = asked.group(1) == null ? asked.group(2) : asked.group(1);
            if (address.startsWith("data:")) {
                continue;
            }
            if (Links.outside(address) || address.startsWith("//")) {
                tell(page, "it asks for " + shortened(address));
            } else {
                follow(page, address);
            }
        }
        for (Matcher link = LINK.matcher(shown); link.find();) {
            if (!Links.outside(link.group(1))) {
                follow(page, link.group(1));
            }
        }
    }

    private void follow(Path page, String link) throws IOException {
        String file = link.replaceFirst("#.*", "");
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (!Files.isRegularFile(target)) {
            tell(page, "the link " + link + " leads nowhere");
        } else if (link.contains("#") && !anchors(target).contains(link.substring(link.indexOf('#') + 1))) {
            tell(page, "the link " + link + " leads to no place on its page");
        }
    }

    private Set<String> anchors(Path page) throws IOException {
        Set<String> known = anchors.get(page);
        if (known == null) {
            known = new HashSet<>();
            for (Matcher anchor = ANCHOR.matcher(Files.readString(page)); anchor.find();) {
                known.add(anchor.group(1));
            }
            anchors.put(page, known);
        }
        return known;
    }

    private void tell(Path page, String problem) {
        problems.add(site.relativize(page).toString().replace('\\', '/') + ": " + problem);
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
