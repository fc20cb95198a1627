package spotlight.grader.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips that attack what opens them. */
final class HostileArchives {
    static final String STUB = "exercises/src/main/java/spotlight/ch02/OneWeight.java";
    private static final byte[] EXIT = HostileSources.inHarm("System.exit(42);").getBytes(StandardCharsets.UTF_8);
    private static final String NOT_ALLOWED = "NOT_ALLOWED";
    private static final String EXITS = "java.lang.System.exit is not allowed";

    private interface Filling {
        void into(ZipOutputStream zip) throws IOException;
    }

    private final Path folder;
    private final List<Hostile> all = new ArrayList<>();

    private HostileArchives(Path folder) {
        this.folder = folder;
    }

    /** Writes all of them. @return what must become of each */
    static List<Hostile> write(Path folder) throws IOException {
        HostileArchives archives = new HostileArchives(folder);
        archives.wayOut();
        archives.bombs();
        archives.broken();
        return archives.all;
    }

    private void wayOut() throws IOException {
        zip("zip-slip", "UNTOUCHED", "leads out of the zip", zip -> entry(zip, "../../../../" + STUB, EXIT));
        zip("zip-slip-to-another-student", "UNTOUCHED", "leads out of the zip",
                zip -> entry(zip, "../victim/" + STUB, EXIT));
        zip("zip-slip-in-the-middle", "UNTOUCHED", "leads out of the zip",
                zip -> entry(zip, "a/../../../" + STUB, EXIT));
        zip("zip-slip-by-backslashes", NOT_ALLOWED, "", zip -> {
            entry(zip, "..\\..\\..\\" + STUB.replace('/', '\\'), EXIT);
            entry(zip, STUB, EXIT);
        });
        zip("zip-with-an-absolute-path", NOT_ALLOWED, "", zip -> {
            entry(zip, "/etc/forged-by-a-zip", EXIT);
            entry(zip, STUB, EXIT);
        });
        byte[] link = bytes(zip -> entry(zip, STUB, "/etc/passwd".getBytes(StandardCharsets.UTF_8)));
        int table = central(link);
        link[table + 5] = 3; // made on Unix
        link[table + 40] = (byte) 0xff;
        link[table + 41] = (byte) 0xa1; // a symbolic link, lrwxrwxrwx
        write("zip-with-a-link", "UNTOUCHED", "is a symbolic link, which is not followed", link);
    }

    private void bombs() throws IOException {
        zip("zip-of-a-hundred-thousand-files", "UNTOUCHED", "hand in only the folder exercises", zip -> {
            for (int i = 0; i < 100_000; i++) {
                entry(zip, "many/" + i + ".java", new byte[0]);
            }
            entry(zip, "zz/" + STUB, EXIT);
        });
        zip("zip-bomb", "UNTOUCHED", "it is larger than 1 MB", zip -> {
            zip.putNextEntry(new ZipEntry(STUB));
            byte[] spaces = new byte[1_000_000];
            for (int i = 0; i < 300; i++) {
                zip.write(spaces);
            }
        });
        byte[] inner = bytes(zip -> entry(zip, STUB, EXIT));
        for (int i = 0; i < 50; i++) {
            byte[] before = inner;
            inner = bytes(zip -> entry(zip, "deeper.zip", before));
        }
        write("zip-in-a-zip-fifty-times", "UNTOUCHED", "is a zip in a zip and is not opened", inner);
        zip("zip-of-deep-folders", "UNTOUCHED", "folders deep", zip -> entry(zip, "a/".repeat(2000) + STUB, EXIT));
        zip("zip-with-a-very-long-name", NOT_ALLOWED, EXITS, zip -> {
            entry(zip, "x".repeat(60_000) + ".txt", EXIT);
            entry(zip, STUB, EXIT);
        });
    }

    private void broken() throws IOException {
        byte[] good = bytes(zip -> entry(zip, STUB, EXIT));
        write("zip-cut-off", "UNTOUCHED", "cannot be opened as a zip", java.util.Arrays.copyOf(good, good.length / 2));
        write("zip-that-is-none", "UNTOUCHED", "cannot be opened as a zip", EXIT);
        write("zip-without-a-byte", "UNTOUCHED", "cannot be opened as a zip", new byte[0]);
        byte[] damaged = good.clone();
        for (int i = 80; i < 140; i++) {
            damaged[i] ^= 0x55;
        }
        write("zip-with-damaged-contents", "UNTOUCHED", "", damaged);
        byte[] doubled = bytes(zip -> {
            entry(zip, STUB.replace("OneWeight", "OneWeighA"), "class First { }".getBytes(StandardCharsets.UTF_8));
            entry(zip, STUB, EXIT);
        });
        String text = new String(doubled, StandardCharsets.ISO_8859_1).replace("OneWeighA", "OneWeight");
        write("zip-with-the-same-name-twice", "NOT_ALLOWED|DOES_NOT_COMPILE|UNTOUCHED", "",
                text.getBytes(StandardCharsets.ISO_8859_1));
        byte[] wrongSize = good.clone();
        int table = central(wrongSize);
        for (int i = 24; i < 28; i++) {
            wrongSize[table + i] = (byte) (i == 27 ? 0x7f : 0xff);
        }
        write("zip-that-claims-two-gigabytes", "UNTOUCHED|NOT_ALLOWED", "", wrongSize);
    }

    /** Where the table of contents begins. */
    private static int central(byte[] zip) {
        return new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
    }

    private void zip(String name, String kinds, String reason, Filling filling) throws IOException {
        write(name, kinds, reason, bytes(filling));
    }

    private static byte[] bytes(Filling filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            filling.into(zip);
        }
        return bytes.toByteArray();
    }

    private void write(String name, String kinds, String reason, byte[] bytes) throws IOException {
        String place = name + ".zip";
        try (OutputStream file = Files.newOutputStream(folder.resolve(place), StandardOpenOption.CREATE_NEW)) {
            file.write(bytes);
        }
        all.add(new Hostile(place, Hostile.kinds(kinds), reason));
    }
}
