package spotlight.grader.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A short name for much content: equal only if everything that was added is, in the same order. */
final class Fingerprint {
    private final MessageDigest sha;

    Fingerprint() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    Fingerprint add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    Fingerprint add(Map<String, String> texts) {
        add(Integer.toString(texts.size()));
        texts.forEach((name, text) -> add(name).add(text));
        return this;
    }

    Fingerprint add(List<String> texts) {
        add(Integer.toString(texts.size()));
        texts.forEach(this::add);
        return this;
    }

    /** A file, or all files below a folder with their names. @throws UncheckedIOException if one cannot be read */
    Fingerprint add(Path place) {
        try (Stream<Path> tree = Files.walk(place)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                add(place.relativize(file).toString().replace('\\', '/'));
                add(Files.readAllBytes(file));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + place + ": " + e.getMessage(), e);
        }
    }

    private Fingerprint add(byte[] bytes) {
        sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha.update(bytes);
        return this;
    }

    /** 32 hexadecimal digits. */
    String text() {
        return HexFormat.of().formatHex(sha.digest()).substring(0, 32);
    }
}
