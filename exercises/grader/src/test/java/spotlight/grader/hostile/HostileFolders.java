package spotlight.grader.hostile;

import static spotlight.grader.hostile.HostileArchives.STUB;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Folders whose links, names and extra files attack what walks through them. */
final class HostileFolders {
    private static final String EXIT = HostileSources.inHarm("System.exit(42);");
    private static final String EXITS = "java.lang.System.exit is not allowed";
    private static final String UNTOUCHED = "UNTOUCHED";
    private static final String NOTHING = "there is no file of an exercise in it";
    private static final String RIGHT = "package spotlight.ch02;\npublic final class OneWeight { }\n";

    private final Path folder;
    private final Path secret;
    private final List<Hostile> all = new ArrayList<>();

    private HostileFolders(Path folder, Path secret) {
        this.folder = folder;
        this.secret = secret;
    }

    /**
     * Writes all that this file system can hold.
     *
     * @param secret a right answer outside, which a link leads to
     * @return what must become of each
     */
    static List<Hostile> write(Path folder, Path secret) throws IOException {
        HostileFolders folders = new HostileFolders(folder, secret);
        folders.links();
        folders.shapes();
        folders.extras();
        folders.names();
        return folders.all;
    }

    private void links() throws IOException {
        link("link-to-the-solution", STUB, secret);
        link("link-to-a-folder-outside", "exercises", secret.getParent());
        link("link-to-everything", "exercises", Path.of("/").toAbsolutePath());
        link("link-in-a-circle", "exercises", folder.resolve("link-in-a-circle"));
        link("link-to-a-device", STUB, Path.of("/dev/zero"));
        link("link-to-nothing", STUB, Path.of("nowhere"));
        Path whole = folder.resolve("link-as-a-submission");
        Files.createSymbolicLink(whole, secret.getParent());
        all.add(new Hostile("link-as-a-submission", Hostile.kinds(UNTOUCHED), "is a symbolic link"));
    }

    private void link(String name, String place, Path target) throws IOException {
        Path link = folder.resolve(name).resolve(place);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, target);
        all.add(new Hostile(name, Hostile.kinds(UNTOUCHED), "is a symbolic link, which is not followed"));
    }

    private void shapes() throws IOException {
        Files.createDirectories(folder.resolve("stub-that-is-a-folder").resolve(STUB));
        all.add(new Hostile("stub-that-is-a-folder", Hostile.kinds(UNTOUCHED), NOTHING));
        pipe();
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            deep.append("d/");
        }
        file("deep-folders", deep + STUB, EXIT);
        all.add(new Hostile("deep-folders", Hostile.kinds(UNTOUCHED), "folders deep"));
        Path many = Files.createDirectories(folder.resolve("folder-of-many-files/many"));
        for (int i = 0; i < 12_000; i++) {
            Files.createFile(many.resolve("f" + i));
        }
        all.add(new Hostile("folder-of-many-files", Hostile.kinds(UNTOUCHED), "files and is passed by"));
        Files.createDirectories(folder.resolve("nothing-in-it"));
        all.add(new Hostile("nothing-in-it", Hostile.kinds(UNTOUCHED), NOTHING));
    }

    /** Reading it would wait for ever. */
    private void pipe() throws IOException {
        Path pipe = folder.resolve("stub-that-is-a-pipe").resolve(STUB);
        Files.createDirectories(pipe.getParent());
        try {
            Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
            if (mkfifo.waitFor(10, TimeUnit.SECONDS) && Files.exists(pipe)) {
                all.add(new Hostile("stub-that-is-a-pipe", Hostile.kinds(UNTOUCHED), "neither a file nor a folder"));
            }
        } catch (IOException noPipesHere) {
            Files.delete(pipe.getParent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void extras() throws IOException {
        String name = "brings-its-own-build-and-tests";
        file(name, STUB, EXIT);
        file(name, "exercises/src/test/java/spotlight/ch02/OneWeightTest.java",
                "package spotlight.ch02; class OneWeightTest { }");
        file(name, "exercises/grader/src/main/java/spotlight/grader/Verify.java",
                "package spotlight.grader; class Verify { }");
        file(name, "lib/src/main/java/spotlight/tensor/Tensor.java", "package spotlight.tensor; class Tensor { }");
        file(name, "solutions/src/main/java/spotlight/ch02/OneWeight.java", RIGHT);
        file(name, "pom.xml", "<project><build><plugins/></build></project>");
        file(name, ".mvn/jvm.config", "-javaagent:evil.jar");
        file(name, "exercises/src/main/resources/META-INF/services/javax.annotation.processing.Processor", "Evil");
        file(name, "exercises/src/main/resources/META-INF/services/org.junit.platform.launcher.TestExecutionListener",
                "Evil");
        file(name, "exercises/src/main/resources/junit-platform.properties",
                "junit.jupiter.execution.parallel.enabled=true");
        all.add(new Hostile(name, Hostile.kinds("NOT_ALLOWED"), EXITS));
        file("brings-only-the-solution", "solutions/src/main/java/spotlight/ch02/OneWeight.java", RIGHT);
        all.add(new Hostile("brings-only-the-solution", Hostile.kinds(UNTOUCHED), "the course's own solution"));
        file("brings-results", "results/brings-results.json", "{\"points\": 100}");
        file("brings-results", "grades.csv", "brings-results,100");
        all.add(new Hostile("brings-results", Hostile.kinds(UNTOUCHED), NOTHING));
        file("git-with-hooks", ".git/config", "[core]\n\tfsmonitor = touch forged\n\thooksPath = hooks\n");
        file("git-with-hooks", ".git/HEAD", "ref: refs/heads/main\n");
        file("git-with-hooks", ".git/hooks/post-checkout", "#!/bin/sh\ntouch forged\n");
        file("git-with-hooks", STUB, EXIT);
        all.add(new Hostile("git-with-hooks", Hostile.kinds("NOT_ALLOWED"), EXITS));
    }

    private void names() throws IOException {
        for (String name : List.of("=HYPERLINK(\"http_evil\",\"100\")", "+1+cmd|' -C calc'!A0", "-rf", "@SUM(A1)",
                "comma, \"quote\" and ; semicolon", "line\nbreak\r\nand\ttab", "<img src=x onerror=alert(1)>",
                "\u202egpj.tnedutS", "\u001b[2J\u001b[31mred", "M\u00fcller", "Mu\u0308ller", "\u2025\u2025", "CON",
                "a".repeat(200),
                "%2e%2e%2f", "$(touch forged)", "`touch forged`", "{{7*7}}${7*7}", "\ud83d\ude00")) {
            try {
                file(name, STUB, EXIT);
                all.add(new Hostile(name, Hostile.kinds("NOT_ALLOWED"), EXITS));
            } catch (IOException | InvalidPathException notOnThisFileSystem) {
                continue;
            }
        }
    }

    private void file(String student, String place, String text) throws IOException {
        Path file = folder.resolve(student).resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
