package spotlight.site;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/** The library's javadoc, made by the JDK's own tool. */
final class Javadoc {
    private Javadoc() {
    }

    /** @return what the tool complains about, empty if it is content */
    static List<String> write(Path sources, Path out) {
        StringWriter said = new StringWriter();
        PrintWriter printer = new PrintWriter(said);
        int status = ToolProvider.findFirst("javadoc")
                .orElseThrow(() -> new IllegalStateException("this JDK has no javadoc"))
                .run(printer, printer, "-quiet", "-notimestamp", "-Xdoclint:none", "--no-platform-links",
                        "--add-modules", "jdk.incubator.vector", "-encoding", "UTF-8", "-windowtitle",
                        "Spotlight, the library",
                        "-sourcepath", sources.toString(), "-subpackages", "spotlight", "-d", out.toString());
        return status == 0 ? List.of() : List.of("javadoc: " + said.toString().strip());
    }
}
