package spotlight.grader.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A small change to a solution, as PIT makes and reports them.
 *
 * @param stub   the changed class below {@code spotlight}, {@code ch05.SampleLeak}; a nested class counts as its outer one
 * @param change what was changed, {@code changed conditional boundary}
 * @param line   the source line, without indentation
 * @param number of that line
 * @param killed whether a test caught it
 */
record Mutant(String stub, String change, String line, int number, boolean killed) {

    /** {@code ch05} */
    String chapter() {
        return stub.substring(0, stub.indexOf('.'));
    }

    /** All mutants in PIT's {@code mutations.xml}. @param sources folder of the solutions' sources */
    static List<Mutant> read(Path report, Path sources) throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        try (InputStream in = Files.newInputStream(report)) {
            NodeList all = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in)
                    .getElementsByTagName("mutation");
            for (int i = 0; i < all.getLength(); i++) {
                mutants.add(of((Element) all.item(i), sources));
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(report + " is no report of PIT: " + e.getMessage(), e);
        }
        return mutants;
    }

    private static Mutant of(Element mutation, Path sources) throws IOException {
        String type = text(mutation, "mutatedClass").replaceFirst("\\$.*", "");
        int number = Integer.parseInt(text(mutation, "lineNumber"));
        String line = Files.readAllLines(sources.resolve(type.replace('.', '/') + ".java")).get(number - 1).strip();
        return new Mutant(type.replaceFirst("spotlight\\.", ""), text(mutation, "description"), line, number,
                mutation.getAttribute("detected").equals("true"));
    }

    private static String text(Element mutation, String tag) {
        return mutation.getElementsByTagName(tag).item(0).getTextContent();
    }
}
