package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OsTest {

    @Test
    void tellsFamiliesOfSystemsApart() {
        assertEquals(Os.WINDOWS, Os.of("Windows 11", ""));
        assertEquals(Os.MAC, Os.of("Mac OS X", ""));
        assertEquals(Os.DEBIAN, Os.of("Linux", "NAME=Debian\nID=debian\n"));
        assertEquals(Os.DEBIAN, Os.of("Linux", "ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assertEquals(Os.FEDORA, Os.of("Linux", "ID=fedora\n"));
        assertEquals(Os.FEDORA, Os.of("Linux", "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n"));
        assertEquals(Os.OTHER, Os.of("Linux", "ID=arch\n"));
        assertEquals(Os.OTHER, Os.of("FreeBSD", ""));
    }

    @Test
    void everySystemHasEveryFix() {
        for (Fixes fix : Fixes.values()) {
            for (Os os : Os.values()) {
                assertFalse(fix.on(os).isBlank(), fix + " on " + os);
            }
        }
        assertEquals(
                "copy the course to a folder of your own and start it there: cp -R \"/a b\" ~/spotlight && chmod -R u+w ~/spotlight && ~/spotlight/lab",
                Fixes.readOnly(Path.of("/a b")));
    }
}
