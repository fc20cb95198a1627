package spotlight.grader.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import spotlight.grader.StudentCode;
import spotlight.grader.hostile.HostileSubmissions;

/**
 * A class of students, always the same one: of a hundred, 40 have everything right, 25 half of it, 20 some of the wrong answers
 * of the bank, 10 some files that do not compile, 5 something hostile in 2.1 beside right answers. No two files are
 * alike: each has a comment of its own.
 */
final class InventedClass {
    static final String WHO = "of a hundred 40 with everything right, 25 with half of it, 20 with wrong answers of the bank, "
            + "10 with files that do not compile, 5 with something hostile in one file";

    private final Map<String, String> solutions;
    private final List<Map<String, String>> wrong;
    private final List<String> hostile;

    InventedClass() throws IOException {
        solutions = new TreeMap<>(StudentCode.sources("solutions/src/main/java"));
        wrong = StudentCode.wrongAnswers();
        hostile = HostileSubmissions.sources();
    }

    /** Writes a folder for each student. @param mixed or everybody has everything right */
    void write(Path folder, int students, boolean mixed) throws IOException {
        for (int i = 0; i < students; i++) {
            Path home = folder.resolve(String.format("student-%04d", i));
            for (Map.Entry<String, String> each : (mixed ? handIn(i) : solutions).entrySet()) {
                Path file = home.resolve("exercises/src/main/java/" + each.getKey().replace('.', '/') + ".java");
                Files.createDirectories(file.getParent());
                Files.writeString(file, each.getValue() + "\n// by student " + i + '\n');
            }
        }
    }

    private Map<String, String> handIn(int student) {
        Random random = new Random(student);
        Map<String, String> sources = new TreeMap<>(solutions);
        int kind = student * 37 % 100;
        if (kind >= 95) {
            sources.put("spotlight.ch02.OneWeight", hostile.get(student / 20 * 37 % hostile.size()));
        } else if (kind >= 85) {
            sources.replaceAll((name, text) -> random.nextInt(4) > 0
                    ? text
                    : text.replaceFirst(";\\s*\\n\\s*}", "\n    }"));
        } else if (kind >= 65) {
            Map<String, String> round = wrong.get(random.nextInt(3));
            sources.replaceAll((name, text) -> random.nextBoolean() ? text : round.getOrDefault(name, text));
        } else if (kind >= 40) {
            sources.keySet().removeIf(name -> random.nextBoolean());
        }
        return sources;
    }
}
