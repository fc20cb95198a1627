package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SiteCommandTest {
    @TempDir
    Path folder;

    @Test
    void aFolderWithOtherThingsIsNotEmptied() throws IOException {
        Path thesis = Files.writeString(folder.resolve("thesis.txt"), "years of work");
        StringWriter said = new StringWriter();
        CommandLine line = Lab.commandLine();
        line.setErr(new PrintWriter(said, true));
        assertEquals(1, line.execute("site", "-o", folder.toString()));
        assertEquals("lab: " + folder + " is not empty and is no site of the course\n"
                + "  fix: name a new folder: ./lab site -o NEW\n", said.toString());
        assertEquals("years of work", Files.readString(thesis));
    }
}
