package spotlight.io;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.file.ModelFileException;

class HostileFoldersTest {
    @TempDir
    Path folder;

    @Test
    void aDamagedGpt2EndsInTheOneExceptionOrIsRead() throws Exception {
        damageEach("gpt2-tiny", List.of("config.json", "vocab.json", "merges.txt"), HuggingFace::gpt2);
    }

    @Test
    void aDamagedBertEndsInTheOneExceptionOrIsRead() throws Exception {
        damageEach("bert-tiny", List.of("config.json", "vocab.txt", "tokenizer_config.json"), HuggingFace::bert);
    }

    private void damageEach(String model, List<String> names, Consumer<Path> read) throws Exception {
        try (Stream<Path> files = Files.list(Path.of(getClass().getResource("/golden/" + model).toURI()))) {
            for (Path file : files.toList()) {
                Files.write(folder.resolve(file.getFileName().toString()), Files.readAllBytes(file));
            }
        }
        Files.writeString(folder.resolve("tokenizer_config.json"),
                "{\"do_lower_case\": true, \"strip_accents\": null}");
        Random random = new Random(10);
        for (String name : names) {
            byte[] valid = Files.readAllBytes(folder.resolve(name));
            for (int i = 0; i < 400; i++) {
                int at = random.nextInt(valid.length);
                Files.write(folder.resolve(name), i % 2 == 0
                        ? Mutations.damage(valid, random)
                        : Mutations.otherNumber(valid, at, random));
                requireOneException(read);
            }
            Files.write(folder.resolve(name), valid);
        }
        read.accept(folder);
    }

    private void requireOneException(Consumer<Path> read) throws IOException {
        try {
            read.accept(folder);
        } catch (ModelFileException e) {
            assertTrue(e.getMessage().startsWith(folder.toString()) && e.getMessage().indexOf('\n') < 0,
                    e.getMessage());
        }
    }
}
