package spotlight.grader.batch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs folders of classes: a JVM shares class data between its runs only for classes in jars. */
final class Jar {
    private Jar() {
    }

    /** One jar of all these folders; of files with the same name the first counts. */
    static void write(Path jar, List<Path> folders) throws IOException {
        Set<String> names = new HashSet<>();
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(jar));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Path folder : folders) {
                add(zip, folder, names);
            }
        }
    }

    private static void add(ZipOutputStream zip, Path folder, Set<String> names) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path each : tree.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(each).toString().replace('\\', '/');
                if (names.add(name)) {
                    ZipEntry entry = new ZipEntry(name);
                    entry.setTime(0);
                    zip.putNextEntry(entry);
                    Files.copy(each, zip);
                    zip.closeEntry();
                }
            }
        }
    }
}
