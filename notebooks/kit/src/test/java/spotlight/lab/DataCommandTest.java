package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import spotlight.data.Corpus;

class DataCommandTest {
    private static final Corpus TALES = new Corpus() {
        @Override
        public String name() {
            return "tales";
        }

        @Override
        public Map<String, String> files() {
            return Map.of("train.txt", "我 was here.\n");
        }
    };
    @TempDir
    private Path data;

    private String run(int exit, String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new DataCommand(List.of(TALES), () -> data));
        assertEquals(exit, line.setOut(new PrintWriter(out, true)).execute(arguments));
        return out.toString().strip();
    }

    @Test
    void filesAreWrittenOnce() throws IOException {
        assertEquals("written          14 bytes  data/tales/train.txt", run(0));
        assertEquals("我 was here.\n", Files.readString(data.resolve("tales/train.txt")));
        assertEquals("unchanged        14 bytes  data/tales/train.txt", run(0));
    }

    @Test
    void aCheckChangesNothing() throws IOException {
        assertEquals("MISSING          14 bytes  data/tales/train.txt", run(1, "--check"));
        run(0);
        assertEquals("unchanged        14 bytes  data/tales/train.txt", run(0, "--check"));
        Files.writeString(data.resolve("tales/train.txt"), "other");
        assertEquals("DIFFERS          14 bytes  data/tales/train.txt", run(1, "--check"));
        assertEquals("other", Files.readString(data.resolve("tales/train.txt")));
        assertEquals("written          14 bytes  data/tales/train.txt", run(0));
    }
}
